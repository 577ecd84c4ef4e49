"""Opens pickles, and torch's files, without running what is in them: unknown objects become opaque ones."""
import collections
import io
import pickle
import struct
import zipfile

import numpy as np

ARRAYS = {"numpy.core.multiarray", "numpy._core.multiarray", "numpy.core.numeric", "numpy._core.numeric", "numpy"}
BUILTINS = {"list", "dict", "tuple", "set", "frozenset", "bytearray", "complex", "int", "float", "str", "bytes", "bool", "object"}
TORCH_TYPES = {
    "DoubleStorage": "<f8", "FloatStorage": "<f4", "HalfStorage": "<f2", "LongStorage": "<i8", "IntStorage": "<i4",
    "ShortStorage": "<i2", "CharStorage": "<i1", "ByteStorage": "<u1", "BoolStorage": "?",
}
LEGACY_MAGIC = 0x1950A86A20F9469CFC6C


class Opaque:
    """An object that was not opened."""

    asked_for = "an object"

    def __init__(self, *_, **__):
        pass

    def __setstate__(self, _):
        pass

    def append(self, _):
        pass

    extend = add = append

    def __setitem__(self, _, __):
        pass


class Lists(collections.OrderedDict):
    """A defaultdict whose default is not needed any more."""

    def __init__(self, *_):
        super().__init__()


class Restricted(pickle.Unpickler):
    """Knows NumPy's arrays, built-in containers and torch's tensors."""

    def __init__(self, stream, unopened, storages=None):
        super().__init__(stream, encoding="latin1")
        self.unopened, self.storages = unopened, storages

    def find_class(self, module, name):
        if module in ARRAYS and name in ("_reconstruct", "scalar", "_frombuffer", "ndarray", "dtype"):
            return allowed(name)
        if module in ("builtins", "__builtin__") and name in BUILTINS:
            return {"object": Opaque}.get(name) or __builtins__[name]
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("collections", "defaultdict"):
            return Lists
        if (module, name) == ("_codecs", "encode"):
            return lambda text, encoding="latin1": text.encode("latin1")
        if module == "torch._utils" and name in ("_rebuild_tensor_v2", "_rebuild_tensor"):
            return rebuilt
        if module == "torch._utils" and name == "_rebuild_parameter":
            return lambda data, *_: data
        if module == "torch" and name in TORCH_TYPES:
            return np.dtype(TORCH_TYPES[name])
        if module == "torch.storage" and name == "_load_from_bytes":
            return lambda content: legacy(content, self.unopened)
        self.unopened.append("%s.%s" % (module, name))
        return type(str(name), (Opaque,), {"asked_for": "%s.%s" % (module, name)})

    def persistent_load(self, identity):
        kind, dtype, key, _, size = identity[:5]
        if kind != "storage" or self.storages is None:
            raise pickle.UnpicklingError("it refers to %r outside of itself" % (kind,))
        return self.storages(str(key), dtype, size)


def allowed(name):
    """NumPy's own constructors of arrays and scalars, for numbers only."""
    if name == "_reconstruct":
        return lambda kind, shape, code: np.ndarray.__new__(np.ndarray, (0,), "b")
    if name == "scalar":
        return lambda dtype, content=b"": np.frombuffer(as_bytes(content), dtype)[0]
    if name == "_frombuffer":
        return lambda content, dtype, shape, order: np.frombuffer(content, dtype).reshape(shape, order=order)
    return {"ndarray": np.ndarray, "dtype": np.dtype}[name]


def as_bytes(content):
    return content.encode("latin1") if isinstance(content, str) else content


def rebuilt(storage, offset, size, stride, *_):
    """torch's tensor from its storage, copied."""
    last = offset + sum((n - 1) * s for n, s in zip(size, stride)) if all(size) else offset - 1
    if storage is None or offset < 0 or last >= storage.size or any(s < 0 for s in stride):
        raise pickle.UnpicklingError("a tensor reaches beyond its storage")
    strides = [s * storage.itemsize for s in stride]
    return np.lib.stride_tricks.as_strided(storage[offset:], tuple(size), strides).copy()


def load(content, unopened):
    """The object of a pickle; names of what was not opened are added to the list."""
    if content.startswith(b"PK"):
        return zipped(content, unopened)
    stream = io.BytesIO(content)
    first = Restricted(stream, unopened).load()
    return legacy(content, unopened) if first == LEGACY_MAGIC else first


def legacy(content, unopened):
    """torch.save's older format: four pickles, then the storages."""
    stream = io.BytesIO(content)
    for _ in range(3):
        Restricted(stream, unopened).load()
    storages = {}

    def storage(key, dtype, size):
        if not 0 <= size * dtype.itemsize <= len(content):
            raise pickle.UnpicklingError("it ends before the %d elements of a storage" % size)
        return storages.setdefault(key, np.zeros(size, dtype))

    start = stream.tell()
    Restricted(stream, unopened, storage).load()
    for key in Restricted(stream, unopened).load():
        size, = struct.unpack("<q", stream.read(8))
        array = storages[str(key)]
        if size != array.size:
            raise pickle.UnpicklingError("a storage has %d elements; expected %d" % (size, array.size))
        array[:] = np.frombuffer(stream.read(array.nbytes), array.dtype)
    # Tensors are copies of their storages, which are full only now.
    stream.seek(start)
    return Restricted(stream, unopened, storage).load()


def zipped(content, unopened):
    """torch.save's newer format: an archive of a pickle and the storages."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = next((one for one in archive.namelist() if one.endswith("data.pkl")), None)
        if name is None:
            raise pickle.UnpicklingError("it is an archive without data.pkl")
        folder = name[: -len("data.pkl")]

        def storage(key, dtype, size):
            return np.frombuffer(archive.read(folder + "data/" + key), dtype, size)

        return Restricted(io.BytesIO(archive.read(name)), unopened, storage).load()
