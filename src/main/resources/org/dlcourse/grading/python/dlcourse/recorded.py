"""What is understood of result files: arrays under the handout's names, by part, network and curve."""
import collections.abc

import numpy as np

from dlcourse import curves, values


class Results:
    """What has been understood so far: arrays by part, network and curve."""

    def __init__(self):
        self.entries, self.understood, self.problems, self.unused = [], [], [], []

    def say(self, path, what):
        self.understood.append("%s: %s" % (path, what))

    def problem(self, path, what):
        self.problems.append("%s: %s" % (path, what))

    def entry(self, path, network, part):
        """A new entry for a file."""
        one = Entry(path, network, part)
        self.entries.append(one)
        return one


class Entry:
    """One network of one part."""

    def __init__(self, path, network, part):
        self.path, self.network, self.part = path, network, part
        self.files, self.single, self.declared = [path], False, None
        self.curves, self.zeros = {}, {}


def put(entry, path, key, meaning, content, results):
    """Adds one curve, as an array of numbers."""
    try:
        array = numbers(content)
    except (values.BadResult, ValueError, TypeError, MemoryError) as error:
        results.problem(path, "'%s' is no array of numbers: %s" % (key, error))
        return
    name = meaning.name
    if meaning.zeros is None:
        if key != name:
            results.say(path, "'%s' is %s" % (key, name))
    else:
        name = "%s %d" % (meaning.name, meaning.zeros)
        entry.zeros[name] = (key, meaning)
    if name == "test_acc" and array.ndim and array.size:
        results.say(path, "'%s' holds %d numbers; the best was taken" % (key, array.size))
        array = np.nanmax(array)
    elif name != "weights" and array.ndim > 1:
        array = flat(array, path, key, results)
    if name in entry.curves:
        results.problem(path, "'%s' is %s once more and was left out." % (key, name))
    else:
        entry.curves[name] = np.asarray(array, dtype=np.float64)


def flat(array, path, key, results):
    """A curve from a column, or from one row a run."""
    if array.size == max(array.shape):
        return array.reshape(-1)
    if array.ndim == 2:
        axis = 0 if array.shape[0] <= array.shape[1] else 1
        results.say(path, "'%s' holds %d runs of %d points; their mean was taken" % (key, array.shape[axis], array.shape[1 - axis]))
        return array.mean(axis=axis)
    return array


def numbers(content):
    """Numbers also from texts and with gaps."""
    if isinstance(content, collections.abc.Mapping):
        content = list(content.values())
    if isinstance(content, (list, tuple)):
        content = [float("nan") if one is None else float(one) if isinstance(one, str) else one for one in content]
    elif isinstance(content, str):
        content = float(content.strip().rstrip("%"))
    return values.array_of(content)[0]


def shift_parts(results):
    """Another year numbers the parts one lower."""
    off = {entry.declared - entry.part for entry in results.entries if entry.declared and entry.part}
    if off == {-1}:
        results.understood.append("The files' names number the parts one lower than this handout; the keys decided.")
    elif off - {0}:
        results.understood.append("Some files' names give another part than their keys; the keys decided.")


def name_rates(entry, results):
    """Learning rates by the number of zeros in their keys, in a set that may begin at 01."""
    lowest = min((meaning.zeros for _, meaning in entry.zeros.values()), default=0)
    highest = max((meaning.zeros for _, meaning in entry.zeros.values()), default=0)
    shift = 1 if highest == 3 and lowest >= 1 else 0
    for name, (key, meaning) in entry.zeros.items():
        if name in entry.curves:
            rate = curves.RATES.get(meaning.zeros - shift)
            array = entry.curves.pop(name)
            if rate is None:
                results.problem(entry.path, "'%s' is of no learning rate of .1, .01 and .001." % key)
            else:
                entry.curves["%s_%s" % (meaning.name, rate)] = array
                if key != "%s_%s" % (meaning.name, rate):
                    results.say(entry.path, "'%s' is %s_%s" % (key, meaning.name, rate))


def scale(entry, results):
    """Accuracies as fractions, each array by itself."""
    for name, array in entry.curves.items():
        if not array.size and name != "weights":
            results.problem(entry.path, "%s is empty." % name)
        elif "acc" in name and array.size and np.nanmax(array) > 1.5:
            entry.curves[name] = array / 100
            results.say(entry.path, "%s is in percent and was divided by 100" % name)
