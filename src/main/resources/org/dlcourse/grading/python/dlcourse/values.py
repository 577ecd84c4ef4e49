"""Arguments from a request, and results as arrays of numbers."""
import numpy as np

LONGEST_TEXT = 10_000
MOST_ENTRIES = 1000
DEEPEST = 6


class BadResult(Exception):
    """A value that is no array of numbers."""


def array_of(value):
    """The value as float64, float32 or int64; (array, the type that it had)."""
    value = unwrapped(value)
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise BadResult("rows of different lengths or of no numbers: %s" % error) from error
    if array.dtype == object:
        array = stacked(array)
    kind = array.dtype
    if kind.kind == "b":
        return array.astype(np.int64), kind
    if kind.kind == "u" and array.size and int(array.max()) > np.iinfo(np.int64).max:
        raise BadResult("whole numbers above 2^63")
    if kind.kind in "iu":
        return array.astype(np.int64), kind
    if kind.kind == "f":
        return array.astype(np.float32 if kind.itemsize <= 4 else np.float64), kind
    raise BadResult("elements of type %s; expected numbers" % kind)


def unwrapped(value):
    """Tensors of any library as arrays; what is inside lists as well."""
    for name in ("detach", "cpu"):
        if callable(getattr(type(value), name, None)):
            value = getattr(value, name)()
    for name in ("numpy", "to_numpy", "toarray"):
        if not isinstance(value, np.ndarray) and callable(getattr(type(value), name, None)):
            return getattr(value, name)()
    if isinstance(value, np.ma.MaskedArray):
        return np.ma.getdata(value)
    if isinstance(value, (list, tuple)) and value and not all(isinstance(one, (int, float)) for one in value):
        return [unwrapped(one) for one in value]
    return value


def stacked(array):
    """An array of Python objects whose elements may be numbers or arrays of one shape."""
    elements = [unwrapped(one) for one in array.ravel()]
    if any(one is None or isinstance(one, (str, dict)) for one in elements):
        found = sorted({type(one).__name__ for one in elements})
        raise BadResult("an array of %s; expected numbers" % ", ".join(found))
    try:
        rows = [np.asarray(one) for one in elements]
        result = np.stack(rows) if rows else np.zeros(0)
    except ValueError as error:
        raise BadResult("rows of different lengths: %s" % error) from error
    if result.dtype == object:
        raise BadResult("an array of Python objects; expected numbers")
    return result.reshape(array.shape + result.shape[1:])


def name_of(value):
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else "%s.%s" % (kind.__module__, kind.__qualname__)


def described(name, value, arrays, depth=0):
    """A description of a value for the reply; its arrays are added to the list."""
    python = name_of(value)
    if value is None:
        return {"none": True, "python": python}
    if isinstance(value, str):
        return {"text": value[:LONGEST_TEXT], "python": python}
    if depth < DEEPEST and isinstance(value, dict) and len(value) <= MOST_ENTRIES:
        entries = {str(key): described("%s.%s" % (name, key), one, arrays, depth + 1) for key, one in value.items()}
        return {"entries": entries, "python": python}
    try:
        array, dtype = array_of(value)
    except BadResult as error:
        if depth < DEEPEST and isinstance(value, (list, tuple)) and len(value) <= MOST_ENTRIES:
            items = [described("%s.%d" % (name, i), one, arrays, depth + 1) for i, one in enumerate(value)]
            return {"items": items, "python": python}
        raise BadResult("%s is a %s: %s." % (name, python, error)) from error
    arrays.append((name, array))
    return {"array": name, "dtype": str(dtype), "shape": list(array.shape), "python": python}


class Arguments:
    """Makes the arguments of steps: a fresh copy of each array, compared with the original after the step."""

    def __init__(self, arrays, values):
        self.arrays, self.values = arrays, values
        self.handed_in, self.changed = [], []

    def value(self, argument):
        (kind, given), = argument.items()
        if kind == "array":
            copy = np.array(self.arrays[given], order="C")
            self.handed_in.append((given, copy))
            return copy
        if kind == "tensor":
            import torch

            return torch.from_numpy(np.array(self.arrays[given], order="C"))
        if kind == "list":
            return [self.value(one) for one in given]
        if kind == "values":
            return self.values[given]
        if kind == "none":
            return None
        return {"number": float, "integer": int, "text": str, "boolean": bool}[kind](given)

    def compare(self):
        """Notes which of the arrays that were handed in are changed."""
        for name, copy in self.handed_in:
            original = self.arrays[name]
            same = copy.shape == original.shape and copy.dtype == original.dtype and copy.tobytes() == original.tobytes()
            if not same and name not in self.changed:
                self.changed.append(name)
        self.handed_in.clear()
