"""Reads JSON, also where it is cut off in the middle: what came before is kept, and where it ends is reported."""
import ast
import json
import re

BLANK = re.compile(r"[ \t\r\n]*")
SCALAR = re.compile(r"-?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|Infinity)|NaN|true|false|null")
CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf"), "true": True, "false": False, "null": None}


class Cut(Exception):
    """The text ends, or is wrong, within a value."""


def load(text, remarks):
    """The value; remarks say what was odd."""
    try:
        value = json.loads(text)
    except ValueError as error:
        return salvaged(text, error, remarks)
    if isinstance(value, str):
        remarks.append("The JSON is a text that holds JSON; it was read once more.")
        return load(value, remarks)
    return value


def salvaged(text, error, remarks):
    literal = literally(text)
    if literal is not None:
        remarks.append("It is not JSON but a printed Python object; it was read as that.")
        return literal
    reader = Reader(text)
    values = []
    try:
        while reader.position < len(text.rstrip()):
            values.append(None)
            reader.value(lambda value: values.__setitem__(-1, value), "the file")
            reader.blank()
    except Cut as cut:
        if not values or values[-1] is None:
            raise ValueError("it is no JSON: %s" % error) from error
        remarks.append(str(cut))
    return values[0] if len(values) == 1 else values


def literally(text):
    try:
        value = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    return value if isinstance(value, (dict, list)) else None


class Reader:
    """A reader that hands over each container before it reads what is in it."""

    def __init__(self, text):
        self.text, self.position = text, 0

    def blank(self):
        self.position = BLANK.match(self.text, self.position).end()

    def next(self):
        self.blank()
        return self.text[self.position : self.position + 1]

    def cut(self, where, count=None):
        read = "" if count is None else " after %s values" % format(count, ",")
        rest = "The JSON is cut off" if self.position >= len(self.text) else "The JSON is wrong"
        return Cut("%s at character %d, within %s%s." % (rest, self.position, where, read))

    def value(self, give, where):
        first = self.next()
        if first == "{":
            result = {}
            give(result)
            self.entries(result)
        elif first == "[":
            result = []
            give(result)
            self.items(result, where)
        elif first == '"':
            give(self.string(where))
        else:
            found = SCALAR.match(self.text, self.position)
            if not found:
                raise self.cut(where)
            if found.end() == len(self.text):
                self.position = found.end()
                raise self.cut(where)
            self.position = found.end()
            word = found.group()
            give(CONSTANTS[word] if word in CONSTANTS else float(word) if re.search("[.eE]", word) else int(word))

    def string(self, where):
        try:
            text, self.position = json.decoder.scanstring(self.text, self.position + 1, False)
        except ValueError as error:
            self.position = len(self.text)
            raise self.cut(where) from error
        return text

    def entries(self, result):
        self.position += 1
        while self.next() != "}":
            if self.next() != '"':
                raise self.cut("an object")
            key = self.string("a key")
            if self.next() != ":":
                raise self.cut("'%s'" % key)
            self.position += 1
            self.value(lambda value: result.__setitem__(key, value), "'%s'" % key)
            if self.next() == ",":
                self.position += 1
            elif self.next() != "}":
                raise self.cut("'%s'" % key)
        self.position += 1

    def items(self, result, where):
        self.position += 1
        while self.next() != "]":
            try:
                self.value(result.append, where)
            except Cut:
                if self.position >= len(self.text):
                    raise self.cut(where, len(result)) from None
                raise
            if self.next() == ",":
                self.position += 1
            elif self.next() != "]":
                raise self.cut(where, len(result))
        self.position += 1
