"""What stands where a package is missing: objects that complain when used, plain versions of tqdm and numba, and inert ones."""
import importlib.abc
import importlib.machinery
import itertools
import types

PLAIN = ("tqdm", "numba", "matplotlib", "seaborn", "IPython", "pylab")


class Missing:
    """A name that could not be made; whatever is done with it says why."""

    def __init__(self, name, error):
        object.__setattr__(self, "_missing", (name, error))

    def _raise(self, *_, **__):
        raise reason(self)

    __getattr__ = __setattr__ = __call__ = __iter__ = __getitem__ = __setitem__ = __len__ = __bool__ = __enter__ = _raise
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __matmul__ = __rmatmul__ = _raise
    __pow__ = __rpow__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __neg__ = __lt__ = __le__ = __gt__ = __ge__ = _raise
    __float__ = __int__ = __index__ = __contains__ = __mro_entries__ = __array__ = _raise


class MissingName(NameError):
    """A name was used that its file could not make without running as a whole."""


def reason(missing):
    """The error of a name that is missing."""
    name, error = object.__getattribute__(missing, "_missing")
    if getattr(error, "from_missing", False):
        return error
    if isinstance(error, ImportError):
        made = ModuleNotFoundError("'%s' is used, and its import failed here: %s" % (name, error), name=name)
    else:
        made = MissingName("'%s' is used, and making it failed: %s: %s" % (name, type(error).__name__, error))
    made.from_missing = True
    return made


class Inert:
    """Takes part in anything and does nothing; it cannot become a number."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__") or name in ("detach", "numpy", "to_numpy"):
            raise AttributeError(name)
        return Inert(self._name + "." + name)

    def __call__(self, *arguments, **named):
        decorates = len(arguments) == 1 and not named and isinstance(arguments[0], (types.FunctionType, type))
        return arguments[0] if decorates else Inert(self._name + "()")

    def _same(self, *_):
        return self

    __getitem__ = __enter__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _same
    __matmul__ = __rmatmul__ = __neg__ = __pow__ = __mod__ = __floordiv__ = _same

    def __setitem__(self, key, value):
        return None

    def __exit__(self, *_):
        return False

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __mro_entries__(self, bases):
        return ()

    def _refuse(self, *_, **__):
        raise ModuleNotFoundError("A number is needed from %s, which is not installed here." % self._name)

    __float__ = __int__ = __index__ = __array__ = _refuse


class Bar:
    """tqdm's bar without the bar."""

    def __init__(self, iterable=(), *_, **named):
        self.iterable = named.get("iterable", iterable)

    def __iter__(self):
        return iter(self.iterable if self.iterable is not None else itertools.count())

    def __len__(self):
        return len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False

    def __getattr__(self, name):
        return lambda *_, **__: None


def compiled(*arguments, **_):
    """numba's decorators: the function itself."""
    return arguments[0] if len(arguments) == 1 and callable(arguments[0]) else lambda function: function


KNOWN = {
    "tqdm": Bar,
    "tqdm_notebook": Bar,
    "trange": lambda *arguments, **_: Bar(range(*arguments)),
    "jit": compiled,
    "njit": compiled,
    "vectorize": compiled,
    "prange": range,
}


class InertModule(types.ModuleType):
    """A module that is not installed; every name in it is inert, or plain where what it does is known."""

    def __init__(self, name):
        super().__init__(name)
        self.__path__ = []

    def __getattr__(self, name):
        if name == "__all__":
            return []
        if name.startswith("__"):
            raise AttributeError(name)
        if self.__name__.split(".")[0] in ("tqdm", "numba") and name in KNOWN:
            return KNOWN[name]
        return Inert(self.__name__ + "." + name)


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The last finder: gives stand-ins for packages that no other finder knows."""

    def __init__(self, remarks, everything):
        self.remarks, self.everything = remarks, everything
        self.given = set()

    def find_spec(self, fullname, path=None, target=None):
        top = fullname.split(".")[0]
        plain = any(fullname == name or fullname.startswith(name + ".") or name == top for name in PLAIN)
        if not (plain or self.everything) or (path is not None and top not in self.given):
            return None
        if top not in self.given:
            self.given.add(top)
            self.remarks.append("%s is not installed here; a stand-in that does nothing took its place." % top)
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec):
        return InertModule(spec.name)

    def exec_module(self, module):
        return None
