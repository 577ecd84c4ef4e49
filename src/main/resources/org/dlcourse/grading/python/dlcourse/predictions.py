"""Reads predicted labels of a submission: one a test image, as text or as an array."""
import collections
import os
import re

import numpy as np

from dlcourse import result_files, sources, values

ENDINGS = (".csv", ".tsv", ".txt", ".npy")
STEM = re.compile(r"(?:test[\W_]*)?(?:predictions?|preds?|predicted[\W_]*labels?)(?:[\W_]*test)?$", re.I)
LARGEST = 64 << 20
MOST_LABELS = 1_000_000
MOST_NAMES = 1000
LONGEST_NAME = 60
LABELS = ("label", "labels", "class", "prediction", "predictions", "predicted", "pred", "category", "target", "y", "predicted_label")
INDICES = ("id", "index", "idx", "image", "image_id", "imageid", "no", "number", "#", "")


class Unreadable(Exception):
    """A file that holds no labels; the message says what was found and what is expected."""


def is_one(path):
    """Whether a file is one of predictions, by its name."""
    stem, ending = os.path.splitext(os.path.basename(path))
    return ending.lower() in ENDINGS and STEM.match(stem) is not None


def answer(folder, answers):
    """In a child: sends the labels as whole numbers, which are positions among the names if there are names."""
    answers.running()
    remarks = []
    paths = [path for path in sources.files(folder, remarks) if is_one(path)]
    if not paths:
        answers.send({"type": "predictions", "file": None, "remarks": remarks})
        return
    name = sources.shown(paths[0])
    remarks = ["%s was left out: %s is read." % (sources.shown(other), name) for other in paths[1:]]
    try:
        found = read(paths[0], sources.content_of(os.path.join(folder, paths[0]), LARGEST), remarks)
        numbers, names = labels(found)
    except MemoryError:
        answers.send({"type": "bad_result", "what": "%s needs more memory than is allowed." % name})
    except (Unreadable, ValueError, EOFError, OSError) as error:
        answers.send({"type": "bad_result", "what": "%s cannot be read: %s" % (name, str(error)[:500])})
    else:
        answers.send({"type": "predictions", "file": name, "names": names, "remarks": remarks}, [("labels", numbers)])


def read(path, content, remarks):
    """The labels in the images' order: an array of numbers, or a list of texts."""
    if not content.strip():
        raise Unreadable("it is empty.")
    if content.startswith(b"\x93NUMPY"):
        return array(result_files.npy(content, []), remarks)
    if path.lower().endswith(".npy"):
        raise Unreadable("it does not begin as a .npy file does; expected what numpy.save writes.")
    return column(rows(sources.decoded(content)), remarks)


def array(content, remarks):
    content = np.asarray(content)
    if content.dtype.kind in "US":
        return [str(one) for one in content.astype(str).reshape(-1)]
    try:
        numbers = values.array_of(content)[0]
    except values.BadResult as error:
        raise Unreadable("it holds %s." % error) from error
    if numbers.ndim == 2 and 1 < numbers.shape[1] <= MOST_NAMES and numbers.shape[0] > 1:
        remarks.append("The array is %d x %d; the column of the largest number was taken as the label." % numbers.shape)
        return numbers.argmax(axis=1)
    if numbers.size != max(numbers.shape, default=0):
        raise Unreadable("its array has the shape %s; expected one label an image." % list(numbers.shape))
    return numbers.reshape(-1)


def rows(text):
    """Lines as lists of cells, without empty lines and comments."""
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line and not line.startswith("#")]
    if not lines:
        raise Unreadable("it has no line with a label.")
    delimiter = next((one for one in "\t;," if any(one in line for line in lines)), None)
    cells = [[cell.strip().strip("\"'") for cell in line.split(delimiter)] if delimiter else [line.strip("\"'")] for line in lines]
    if delimiter is None and all(re.fullmatch(r"[-+\d.eE]+\s+[-+\d.eE]+", line) for line in lines):
        cells = [line.split() for line in lines]
    if len(cells) == 1 and len(cells[0]) > 2:
        return [[cell] for cell in cells[0] if cell]
    return cells


def column(cells, remarks):
    """The column of labels, in the order of the column of indices if there is one."""
    header = None
    lowered = [cell.lower() for cell in cells[0]]
    if any(cell in LABELS for cell in lowered) or not numeric(cells[0]) and all(numeric(row) for row in cells[1:]) and cells[1:]:
        header, cells = lowered, cells[1:]
        remarks.append("The first line, \"%s\", was taken as a header." % ", ".join(header)[:100])
    if not cells:
        raise Unreadable("it has a header and no line with a label.")
    width = len(cells[0])
    for number, row in enumerate(cells, 2 if header else 1):
        if len(row) != width:
            raise Unreadable("entry %d has %d columns, the first has %d." % (number, len(row), width))
    if width == 1:
        return [row[0] for row in cells]
    label = next((i for i, cell in enumerate(header or []) if cell in LABELS and i < width), None)
    if label is None and width > 2:
        raise Unreadable("it has %d columns, none of them named \"label\"; expected a label, or an index and a label." % width)
    label = 1 if label is None else label
    index = next((i for i, cell in enumerate(header or []) if cell in INDICES and i not in (label,) and i < width), None)
    index = 1 - label if index is None and width == 2 else index
    found = [row[label] for row in cells]
    return found if index is None else ordered(found, [row[index] for row in cells], remarks)


def ordered(found, indices, remarks):
    """The labels sorted by their indices, which begin at 0 or 1 and leave nothing out."""
    try:
        numbers = [int(float(one)) for one in indices]
    except ValueError:
        raise Unreadable("the index \"%s\" is no whole number." % next(one for one in indices if not numeric([one]))) from None
    first = min(numbers)
    if first not in (0, 1) or sorted(numbers) != list(range(first, first + len(numbers))):
        twice = next((one for one, count in collections.Counter(numbers).items() if count > 1), None)
        what = "has the index %d more than once" % twice if twice is not None else "has indices from %d to %d" % (
            first, max(numbers))
        raise Unreadable("it %s; expected each from 0 or 1 on exactly once, for %d labels." % (what, len(numbers)))
    remarks.append("The labels were put into the order of their indices, which begin at %d." % first)
    return [label for _, label in sorted(zip(numbers, found))]


def numeric(cells):
    try:
        [float(cell) for cell in cells]
    except ValueError:
        return False
    return True


def labels(found):
    """(whole numbers, names): the numbers are positions among the names where these are not empty."""
    if len(found) > MOST_LABELS:
        raise Unreadable("it has %d labels; expected at most %d." % (len(found), MOST_LABELS))
    if isinstance(found, list) and not numeric(found):
        names = sorted(set(found))
        if len(names) > MOST_NAMES:
            raise Unreadable("it has %d different labels; expected numbers, or the names of the classes." % len(names))
        position = {name: i for i, name in enumerate(names)}
        return np.array([position[one] for one in found], np.int64), [sources.shown(name)[:LONGEST_NAME] for name in names]
    numbers = np.array([float(one) for one in found]) if isinstance(found, list) else np.asarray(found, np.float64)
    wrong = np.flatnonzero(~np.isfinite(numbers) | (numbers != np.rint(numbers)) | (np.abs(numbers) > 2**31))
    if wrong.size:
        raise Unreadable("label %d is %s; expected a whole number or a name." % (wrong[0] + 1, numbers[wrong[0]]))
    return numbers.astype(np.int64), []
