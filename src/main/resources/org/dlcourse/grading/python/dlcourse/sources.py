"""The Python files and notebooks of a submission, as text that keeps its line numbers."""
import ast
import io
import json
import os
import re
import stat
import tokenize
import warnings

MOST_FILES = 500
LARGEST_CODE = 4 << 20
LARGEST_NOTEBOOK = 64 << 20
MOST_TEXT = 128 << 20
SKIPPED = {"__pycache__", "__MACOSX", "node_modules", "site-packages", "venv", "env"}
MAGIC = re.compile(r"^(\s*)([!?].*|%{1,2}\w.*|[\w.]+\?{1,2})\s*$")
ASSIGNED_MAGIC = re.compile(r"^(\s*[\w., ]+=\s*)[!%](?!=).*$")
OTHER_LANGUAGE = re.compile(r"^%%(bash|sh|script|html|javascript|js|latex|markdown|svg|perl|ruby|R|cmd)\b")
INVISIBLE = {"\u00a0": " ", "\u2003": " ", "\u3000": " ", "\u200b": "", "\ufeff": "", "\x00": "", "\x0c": ""}


class Part:
    """A stretch of code with a name for messages: a file, or one cell of a notebook."""

    def __init__(self, label, text):
        self.label = label
        self.text = text


class Document:
    """One file: its path in the submission, and its parts."""

    def __init__(self, path, parts):
        self.path = path
        self.parts = parts

    @property
    def module(self):
        """The file's dotted name as an import would give it."""
        name = os.path.splitext(self.path)[0].replace(os.sep, ".")
        return name[: -len(".__init__")] if name.endswith(".__init__") else name

    def mentions(self, word):
        return any(re.search(r"\b%s\b" % re.escape(word), part.text) for part in self.parts)


class Submission:
    """All documents of a folder, in the order of their depth and name, and what could not be read."""

    def __init__(self, folder):
        self.folder = folder
        self.documents = []
        self.left = MOST_TEXT
        self.remarks = []
        paths = [path for path in files(folder, self.remarks) if path.endswith((".py", ".ipynb"))]
        if len(paths) > MOST_FILES:
            self.remarks.append("There are %d Python files; the first %d are read." % (len(paths), MOST_FILES))
        for path in paths[:MOST_FILES]:
            try:
                self.documents.append(Document(path, self.parts(path)))
            except (OSError, ValueError, RecursionError) as error:
                self.remarks.append("%s was left out: %s" % (shown(path), error))

    def parts(self, path):
        notebook = path.endswith(".ipynb")
        limit = min(self.left, LARGEST_NOTEBOOK if notebook else LARGEST_CODE)
        content = content_of(os.path.join(self.folder, path), limit)
        self.left -= len(content)
        return notebook_parts(path, content) if notebook else [Part(shown(path), decoded(content))]


def shown(path):
    """A path as messages show it: one line, also where the name has a newline."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8").replace("\n", "\\n").replace("\r", "\\r")


def files(folder, remarks):
    """Paths of regular files below the folder, shallow ones first; links are named and left out."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED and not name.startswith("."))
        for name in names:
            path = os.path.join(root, name)
            relative = os.path.relpath(path, folder)
            if name.startswith("."):
                continue
            if not stat.S_ISREG(os.lstat(path).st_mode):
                remarks.append("%s is no regular file and was left out." % shown(relative))
                continue
            found.append(relative)
    return sorted(found, key=lambda path: (path.count(os.sep), path.endswith(".ipynb"), path))


def content_of(path, limit):
    """The bytes of a regular file."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise ValueError("it has more than %d bytes, expected at most that" % limit)
    return content


def decoded(content):
    """The text, by the file's own declaration, else UTF-8, else Latin-1; lines end with a newline."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode(tokenize.detect_encoding(io.BytesIO(content).readline)[0])
        except (SyntaxError, UnicodeDecodeError, LookupError):
            text = content.decode("latin-1")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def notebook_parts(path, content):
    """The code cells of a notebook, formats 3 and 4."""
    try:
        notebook = json.loads(decoded(content))
    except ValueError as error:
        raise ValueError("it is no complete notebook: %s" % error) from error
    if not isinstance(notebook, dict):
        raise ValueError("it is no notebook: its JSON is no object")
    sheets = [notebook] if "cells" in notebook else listed(notebook.get("worksheets"))
    cells = [cell for sheet in sheets if isinstance(sheet, dict) for cell in listed(sheet.get("cells"))]
    parts = []
    for number, cell in enumerate(cells, 1):
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            source = cell.get("source", cell.get("input", ""))
            text = source if isinstance(source, str) else "".join(str(line) for line in listed(source))
            parts.append(Part("%s cell %d" % (shown(path), number), without_magics(text.replace("\r\n", "\n"))))
    return parts


def is_python(text):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def listed(value):
    """A list as it is, and none for what is no list."""
    return value if isinstance(value, list) else []


def without_magics(text):
    """The text with each line for the shell or for IPython made an empty statement."""
    if is_python(text):
        return text
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if OTHER_LANGUAGE.match(first.strip()):
        return "\n" * (len(lines) - 1)
    continued = False
    for number, line in enumerate(lines):
        magic = MAGIC.match(line)
        assigned = ASSIGNED_MAGIC.match(line)
        if continued or magic:
            continued = line.rstrip().endswith("\\")
            lines[number] = magic.group(1) + "pass" if magic and not line.lstrip().startswith("%%") else ""
        elif assigned:
            lines[number] = assigned.group(1) + "None"
    return "\n".join(lines)


def without_invisible(text):
    """The text without characters that editors hide and Python refuses."""
    for character, plain in INVISIBLE.items():
        text = text.replace(character, plain)
    return text
