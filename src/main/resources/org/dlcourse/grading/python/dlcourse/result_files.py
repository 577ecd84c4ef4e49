"""Reads the result files of trainings in a submission: which part, network and curve each array is, as far as it shows."""
import collections.abc
import io
import os
import zipfile

import numpy as np

from dlcourse import curves, cut_json, pickles, recorded, sources, values

ENDINGS = (".json", ".pkl", ".pickle", ".pck", ".p", ".npy", ".npz", ".pt", ".pth", ".dat", ".bin", "")
LARGEST = 256 << 20
LARGEST_ARCHIVE = 1 << 30
MOST_KEYS = 12


def answer(folder, answers):
    """In a child: reads all files and sends what was understood."""
    answers.running()
    results = read(folder)
    parts, arrays = {}, []
    for entry in results.entries:
        networks = parts.setdefault("part%s" % entry.part if entry.part else "unknown", {})
        name = entry.network or "unknown"
        if name in networks:
            if len(networks[name]["curves"]) >= len(entry.curves):
                results.problem(entry.path, "%s is in %s already; this file was left out." % (name, networks[name]["file"]))
                continue
            results.problem(networks[name]["file"], "%s is in %s with more curves; this file was left out." % (name, entry.path))
        networks[name] = {"file": entry.path, "files": entry.files, "entry": entry}
        networks[name]["curves"] = {key: "" for key in entry.curves}
    for part, networks in parts.items():
        for name, one in networks.items():
            entry = one.pop("entry")
            for key, array in entry.curves.items():
                one["curves"][key] = "%s/%s/%s" % (part, name, key)
                arrays.append((one["curves"][key], array))
    answers.send({"type": "results", "parts": parts, "understood": results.understood, "problems": results.problems,
                  "unused": results.unused}, arrays)


def read(folder):
    """All result files of a folder."""
    results = recorded.Results()
    for path in sources.files(folder, results.problems):
        if os.path.splitext(path)[1].lower() not in ENDINGS or path.endswith((".py", ".ipynb")):
            continue
        if predicted(path):
            continue
        if os.path.splitext(path)[1] in ("", ".bin", ".dat") and curves.part(path) is None and curves.network(path) is None:
            continue
        name = sources.shown(path)
        before = len(results.understood)
        try:
            content = opened(name, sources.content_of(os.path.join(folder, path), LARGEST), results)
        except MemoryError:
            results.problem(name, "it needs more memory than is allowed.")
        except Exception as error:
            # Readers of damaged files raise errors of every class; each becomes a sentence of the report.
            results.problem(name, "it cannot be read: %s: %s" % (type(error).__name__, str(error)[:300]))
        else:
            understand(name, content, results)
        if len(results.understood) == before:
            results.unused.append({"file": name, "part": curves.part(os.path.basename(path))})
    recorded.shift_parts(results)
    for entry in results.entries:
        recorded.name_rates(entry, results)
        recorded.scale(entry, results)
    return results


def predicted(path):
    """Whether a file holds predictions, which are read apart."""
    return "predict" in os.path.basename(path).lower() and curves.part(os.path.basename(path)) is None


def opened(name, content, results):
    """The object that a file holds, by what it begins with rather than by its name."""
    unopened = []
    if not content.strip():
        raise ValueError("it is empty")
    if content.startswith(b"\x93NUMPY"):
        result = npy(content, unopened)
    elif content.startswith(b"PK") and any(one.endswith(".npy") for one in zipfile.ZipFile(io.BytesIO(content)).namelist()):
        result = npz(content, unopened)
    elif content.lstrip()[:1] in (b"{", b"[", b'"') and not content.startswith(b"]"):
        remarks = []
        result = cut_json.load(sources.decoded(content), remarks)
        for remark in remarks:
            results.problem(name, remark)
    else:
        result = pickles.load(content, unopened)
    for what in dict.fromkeys(unopened):
        results.problem(name, "it asks for %s, which is not opened; expected numbers, lists, dictionaries and arrays." % what)
    return result


def npy(content, unopened):
    """An array; one of Python objects is a pickle after a header, and is opened as pickles are."""
    stream = io.BytesIO(content)
    version = np.lib.format.read_magic(stream)
    header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = header(stream)
    if dtype.hasobject:
        result = pickles.load(content[stream.tell() :], unopened)
        return result.item() if isinstance(result, np.ndarray) and result.size == 1 else result
    if np.prod(shape, dtype=float) * dtype.itemsize > len(content):
        raise ValueError("it ends after %d bytes; its header asks for an array of shape %s" % (len(content), shape))
    stream.seek(0)
    return np.lib.format.read_array(stream, allow_pickle=False)


def npz(content, unopened):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(one.file_size for one in archive.infolist())
        if size > LARGEST_ARCHIVE:
            raise ValueError("it would need %d bytes when unpacked; expected at most %d" % (size, LARGEST_ARCHIVE))
        return {name[:-4]: npy(archive.read(name), unopened) for name in archive.namelist() if name.endswith(".npy")}


def understand(path, content, results, key=""):
    """Takes dictionaries of curves, also within lists and dictionaries, and single arrays."""
    if isinstance(content, np.ndarray) and content.dtype == object:
        content = content.tolist()
    if isinstance(content, collections.abc.Mapping):
        known = {one: curves.curve(str(one)) for one in content}
        if any(known.values()):
            for network, names in by_network(known).items():
                part = {one: content[one] for one in names}
                take(path, part, {one: known[one] for one in names}, results, "%s %s" % (key, network or ""))
            return
        inner = [one for one in content.items() if isinstance(one[1], (collections.abc.Mapping, list, tuple, np.ndarray))]
        nested = [(name, one) for name, one in inner if isinstance(one, collections.abc.Mapping)
                  or isinstance(one, (list, tuple)) and any(isinstance(i, collections.abc.Mapping) for i in one)]
        for name, one in nested:
            understand(path, one, results, "%s %s" % (key, name))
        if not nested:
            found = ", ".join("'%s'" % one for one in list(content)[:MOST_KEYS]) or "none"
            results.problem(path, "no key is that of a curve; found %s, expected keys such as 'loss_curve'." % found)
        return
    if isinstance(content, (list, tuple)) and any(isinstance(one, collections.abc.Mapping) for one in content):
        for one in content:
            understand(path, one, results, key)
        return
    single(path, content, results)


def by_network(known):
    """Keys by the network that they name; one dictionary may hold the curves of several."""
    groups = {}
    for one in known:
        groups.setdefault(curves.network(str(one)), []).append(one)
    if None in groups and not any(known[one] for one in groups[None]):
        del groups[None]
    return groups


def single(path, content, results):
    """A file of one curve: its path names network and curve."""
    stem = os.path.splitext(path)[0]
    found = curves.curve(os.path.basename(stem)) or curves.curve(stem)
    network = curves.network(os.path.basename(stem)) or curves.network(stem)
    if found is None:
        what = "an array" if isinstance(content, np.ndarray) else "a " + type(content).__name__
        results.problem(path, "it holds %s and its name says of no curve; expected a name such as part3_cnn_3_loss_curve." % what)
        return
    part = found.part
    entry = next((one for one in results.entries if one.single and (one.network, one.part) == (network, part)), None)
    if entry is None:
        entry = results.entry(path, network, part)
        entry.single, entry.declared = True, curves.part(stem)
    if path not in entry.files:
        entry.files.append(path)
    recorded.put(entry, path, os.path.basename(path), found, content, results)
    results.say(path, "one curve, %s of %s" % (found.name, network or "a network that is not named"))


def take(path, content, known, results, key):
    """One dictionary of curves."""
    inside = next((str(value) for one, value in content.items() if str(one).strip().lower() in ("name", "model", "architecture")
                   and isinstance(value, (str, bytes))), "")
    names = [curves.network(key), curves.network(inside), curves.network(os.path.basename(path)), curves.network(path)]
    taken = {(one.network, one.part) for one in results.entries}
    named = [one for one in names if one]
    found = [one for one in known.values() if one]
    special = [one.part for one in found if one.part != 3]
    declared = curves.part(os.path.basename(path)) or curves.part(path) or curves.part(key)
    part = collections.Counter(special).most_common(1)[0][0] if special else 3
    network = named[0] if named else None
    other = names[2]
    if network and other and other != network and not names[0]:
        if (network, part) in taken and (other, part) not in taken:
            results.problem(path, "its name says %s and its content %s, which is in another file already; read as %s." % (
                other, network, other))
            network = other
        else:
            results.problem(path, "its name says %s and its content %s; read as %s." % (other, network, network))
    entry = results.entry(path, network, part)
    entry.declared = declared
    for one, meaning in known.items():
        if meaning is not None and not (special and meaning.part == 3 and meaning.name in ("test_acc", "weights")):
            recorded.put(entry, path, str(one), meaning, content[one], results)
    shown = ", ".join("%s %s" % (entry.zeros.get(name, [name])[0], size(array)) for name, array in entry.curves.items())
    results.say(path, "part %s, %s: %s" % (part, network or "a network that is not named", shown or "nothing"))
    rest = [str(one) for one, meaning in known.items() if meaning is None and str(one).strip().lower() not in ("name", "model")]
    if rest:
        results.say(path, "not used: %s" % ", ".join("'%s'" % one for one in rest[:MOST_KEYS]))


def size(array):
    return "(one number)" if array.ndim == 0 else "(%s points)" % format(array.size, ",") if array.ndim == 1 else str(list(array.shape))
