"""Finds the function or class that is asked for, under its name or one like it, in the file where it is implemented."""
import ast
import re

from dlcourse import templates

EXACT, SPELLED, ALSO, TYPED, LONGER = range(5)
SHORTEST_TYPED = 6


class Candidate:
    """A definition that may be meant."""

    def __init__(self, index, statement, name, rank, place):
        self.document, self.statement, self.name, self.rank, self.place = index.document, statement, name, rank, place
        self.label, self.line = statement.piece.label, statement.node.lineno
        continued = any((name, "stored") in other.changes for other in index.statements)
        self.unfinished = templates.unfinished(statement.node) and not continued

    @property
    def where(self):
        return "%s line %d" % (self.label, self.line)


def plain(name):
    return name.replace("_", "").lower()


def digits(name):
    return re.sub(r"\D", "", name)


def rank(target, name, also):
    """How well a name fits, or None."""
    if name == target:
        return EXACT
    if plain(name) == plain(target):
        return SPELLED
    if plain(name) in (plain(other) for other in also):
        return ALSO
    if digits(name) == digits(target) and len(plain(target)) >= SHORTEST_TYPED and one_slip(plain(target), plain(name)):
        return TYPED
    longer = re.fullmatch(re.escape(plain(target)) + r"(v\d+|\d|fast|numpy|np|vectorized|vectorised|final|new|student|my|impl|work)*",
                          plain(name))
    own = plain(target).startswith("my") and plain(name) == plain(target)[2:]
    return LONGER if longer or own else None


def one_slip(a, b):
    """Whether one letter added, left out, changed, or swapped with its neighbour makes one word the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
            or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]))


def candidates(program, target, kind, also):
    """All definitions that may be meant, each file's last implemented one first."""
    found = []
    for place, document in enumerate(program.submission.documents):
        index = program.index(document)
        by_name = {}
        for statement in index.statements:
            for name in defined(statement, kind):
                fits = rank(target, name, also)
                if fits is not None:
                    by_name.setdefault(name, []).append(Candidate(index, statement, name, fits, place))
        for several in by_name.values():
            finished = [one for one in several if not one.unfinished]
            found.append((finished or several)[-1])
    return sorted(found, key=lambda one: (one.unfinished, one.rank, one.place))


def defined(statement, kind):
    node = statement.node
    if isinstance(node, ast.ClassDef):
        return [node.name] if kind == "class" else []
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return [node.name] if kind == "function" else []
    return [] if statement.is_import or isinstance(node, (ast.For, ast.While)) else sorted(statement.binds)


def choice(found):
    """The best candidate: an empty one under the asked name is not replaced by a full one under a name that only looks alike."""
    if not found:
        return None
    best = found[0]
    closest = min(found, key=lambda one: (one.rank, one.unfinished, one.place))
    return closest if closest.unfinished and best.rank > ALSO else best


def remarks(target, chosen, found):
    """What a reader should know of the choice."""
    said = []
    if chosen.name != target:
        said.append("%s was taken for %s." % (chosen.name, target))
    for other in found:
        if other is not chosen and other.rank <= ALSO:
            state = "; it is not implemented" if other.unfinished else ""
            said.append("%s has %s as well%s; the one in %s was taken." % (other.where, other.name, state, chosen.where))
    return said


def elsewhere(program, target):
    """Why a target was not found, where its name stands in a place that is not looked at."""
    said = []
    for document in program.submission.documents:
        for statement in program.index(document).statements:
            for node in ast.walk(statement.node):
                if node is not statement.node and isinstance(node, (ast.FunctionDef, ast.ClassDef)) and plain(node.name) == plain(target):
                    said.append("%s line %d defines %s within %s; expected it at the top level of a file." % (
                        statement.piece.label, node.lineno, node.name, getattr(statement.node, "name", "a statement")))
    return said
