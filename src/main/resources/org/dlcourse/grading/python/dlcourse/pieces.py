"""A part's top-level statements; where it cannot be parsed as a whole, those that can be parsed by themselves."""
import ast
import re
import warnings

from dlcourse import sources

LONGEST_JOIN = 60
CONTINUES = re.compile(r"(else|elif|except|finally|case)\b|[)\]}]")
OPENS = re.compile(r"^(\s*)(?:async\s+)?(def|class)\s+(\w+)")
PRINT = re.compile(r"^(\s*)print(?:\s+(?![=(,.])(.*?)|\s*(\(.*\)\s*[%,].*?))?\s*$")
PYTHON2 = re.compile(r"^\s*print\s+[\"'\w]|^\s*except\s+\w+\s*,\s*\w+\s*:|\bxrange\b|\braw_input\b|^from __future__", re.M)


class Broken:
    """A stretch that cannot be parsed, with the name that it would define."""

    def __init__(self, label, line, message, name):
        self.label, self.line, self.message, self.name = label, line, message, name

    def __str__(self):
        defined = ", where %s would be defined" % self.name if self.name else ""
        return "%s line %d cannot be read%s: %s." % (self.label, self.line, defined, self.message)


class Piece:
    """One top-level statement, and the text that it was parsed from."""

    def __init__(self, label, node, text, first_line):
        self.label, self.node, self.text, self.first_line = label, node, text, first_line


class Reading:
    """The pieces of one part."""

    def __init__(self, part):
        self.label = part.label
        self.pieces, self.broken, self.remarks = [], [], []
        text = part.text
        tree, error = parsed(text)
        if tree is None:
            text, tree = self.repaired(text)
        if tree is None:
            self.read_chunks(text)
        else:
            self.add(tree, text, 1)

    def repaired(self, text):
        """Undoes what editors and other versions of Python leave behind."""
        for repair, remark in (
            (lambda old: sources.without_magics(sources.without_invisible(old)), None),
            (self.without_tabs, "mixes tabs and spaces: a tab was read as %s columns"),
            (with_print_function, "is written for Python 2: print was read as a function"),
        ):
            changed = repair(text)
            if changed != text:
                text = changed
                if remark:
                    self.remarks.append("%s %s." % (self.label, remark % self.columns if "%s" in remark else remark))
            tree, _ = parsed(text)
            if tree is not None:
                return text, tree
        return text, None

    def without_tabs(self, text):
        """Expands indentation: 8 columns as Python 2 did, else 4 as editors do, whichever leaves fewer errors."""
        self.columns = 8
        if not re.search(r"^ *\t", text, re.M):
            return text
        choices = (8, 4) if PYTHON2.search(text) else (4, 8)
        variants = [(columns, expanded(text, columns)) for columns in choices]
        best = min(variants, key=lambda variant: error_count(variant[1]))
        self.columns = best[0]
        return best[1]

    def add(self, tree, text, first_line):
        ast.increment_lineno(tree, first_line - 1)
        lines = text.split("\n")
        for node in tree.body:
            start = min([node.lineno] + [one.lineno for one in getattr(node, "decorator_list", [])])
            own = "\n".join(lines[start - first_line : node.end_lineno - first_line + 1])
            self.pieces.append(Piece(self.label, node, own, start))

    def read_chunks(self, text):
        lines = text.split("\n")
        starts = chunk_starts(lines) + [len(lines)]
        index = 0
        while index < len(starts) - 1:
            used = self.read_joined(lines, starts, index)
            if not used:
                self.read_broken(lines, starts[index], starts[index + 1])
            index += max(1, used)

    def read_joined(self, lines, starts, index):
        """Parses the fewest chunks from this one on that make sense together; returns how many."""
        for end in range(index + 1, min(len(starts), index + 1 + LONGEST_JOIN)):
            if end > index + 1 and OPENS.match(lines[starts[end - 1]]) and not in_string(lines, starts[index], starts[end - 1]):
                return 0
            text = "\n".join(lines[starts[index] : starts[end]])
            tree, _ = parsed(text)
            if tree is not None:
                self.add(tree, text, starts[index] + 1)
                return end - index
        return 0

    def read_broken(self, lines, start, end):
        """A chunk that is wrong: a class may have methods that are right."""
        text = "\n".join(lines[start:end])
        _, error = parsed(text)
        header = next((OPENS.match(line) for line in lines[start:end] if OPENS.match(line)), None)
        name = header.group(3) if header else None
        line = start + (error.lineno or 1)
        self.broken.append(Broken(self.label, min(line, len(lines)), error.msg, name))
        if header and header.group(2) == "class":
            rescued = without_broken_methods(lines[start:end])
            tree, _ = parsed(rescued)
            if tree is not None:
                self.add(tree, rescued, start + 1)


def parsed(text):
    """(tree, None) or (None, the error)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text + "\n"), None
    except SyntaxError as error:
        return None, error
    except (RecursionError, MemoryError, ValueError) as error:
        return None, SyntaxError("%s: %s" % (type(error).__name__, error))


def expanded(text, columns):
    lines = text.split("\n")
    for number, line in enumerate(lines):
        rest = line.lstrip(" \t")
        lines[number] = line[: len(line) - len(rest)].expandtabs(columns) + rest
    return "\n".join(lines)


def error_count(text):
    if parsed(text)[0] is not None:
        return 0
    lines = text.split("\n")
    starts = chunk_starts(lines) + [len(lines)]
    return 1 + sum(parsed("\n".join(lines[a:b]))[0] is None for a, b in zip(starts, starts[1:]))


def with_print_function(text):
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = PRINT.match(line)
        if found:
            lines[number] = "%sprint(%s)" % (found.group(1), (found.group(2) or found.group(3) or "").rstrip(","))
        lines[number] = re.sub(r"^(\s*except\s+[\w.]+)\s*,\s*(\w+)\s*:", r"\1 as \2:", lines[number])
    return "\n".join(lines)


def chunk_starts(lines):
    """Indices of lines that can begin a top-level statement."""
    starts = []
    decorated = False
    for number, line in enumerate(lines):
        if not line or line[0] in " \t#" or CONTINUES.match(line):
            continue
        if not decorated:
            starts.append(number)
        decorated = line.startswith("@")
    return starts


def in_string(lines, start, end):
    """Whether a string with three quotes is open at the end of these lines."""
    text = "\n".join(lines[start:end])
    return text.count('"""') % 2 == 1 or text.count("'''") % 2 == 1


def without_broken_methods(lines):
    """The class with each method that cannot be parsed replaced by one that raises SyntaxError; lines keep their numbers."""
    first = next((i for i, line in enumerate(lines) if i > 0 and OPENS.match(line) and line[0] in " \t"), None)
    if first is None:
        return ""
    indent = OPENS.match(lines[first]).group(1)
    starts = [i for i in range(first, len(lines)) if lines[i].strip() and not lines[i].startswith(indent + " ")
              and lines[i].startswith(indent) and (OPENS.match(lines[i]) or lines[i].lstrip().startswith("@"))]
    starts = [i for i in starts if i - 1 not in starts or not lines[i - 1].lstrip().startswith("@")]
    kept = list(lines)
    for start, end in zip(starts, starts[1:] + [len(lines)]):
        body = "\n".join(["class _:"] + lines[start:end])
        tree, error = parsed(body)
        if tree is None:
            opens = next((OPENS.match(line) for line in lines[start:end] if OPENS.match(line)), None)
            for line in range(start, end):
                kept[line] = ""
            if opens and opens.group(2) == "def":
                kept[start] = "%sdef %s(self, *_, **__): raise SyntaxError(%r)" % (indent, opens.group(3), error.msg)
    return "\n".join(kept)
