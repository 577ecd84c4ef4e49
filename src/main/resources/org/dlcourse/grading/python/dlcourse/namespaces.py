"""Files of a submission as modules whose names are made when they are asked for, with what they use and nothing else."""
import __future__
import ast
import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import linecache
import sys
import types

from dlcourse import pieces, scopes, standins, templates

FAMILIAR = {"np": "numpy", "numpy": "numpy", "math": "math", "os": "os", "sys": "sys", "random": "random", "time": "time"}
OLD = {"xrange": range, "unicode": str, "raw_input": input}




def known_packages():
    """Packages whose names a submission's file does not take over."""
    names = set(sys.builtin_module_names) | set(getattr(sys, "stdlib_module_names", ()))
    installed = {name for name in ("torch", "torchvision", "scipy", "matplotlib", "pandas", "cv2") if importlib.util.find_spec(name)}
    return names | installed | {"numpy", "dlcourse"}


class Absolute(ast.NodeTransformer):
    """Makes relative imports absolute."""

    def __init__(self, package):
        self.package = package

    def visit_ImportFrom(self, node):
        if node.level:
            folders = self.package.split(".") if self.package else []
            folders = folders[: max(0, len(folders) - node.level + 1)]
            name = ".".join(folders + ([node.module] if node.module else []))
            if name:
                node.module, node.level = name, 0
        return node


def tests_name(tree):
    return any(isinstance(one, ast.Compare) and isinstance(one.left, ast.Name) and one.left.id == "__name__"
               for one in ast.walk(tree))


class Index:
    """A document's statements, read once."""

    def __init__(self, document):
        self.document = document
        self.statements, self.broken, self.remarks = [], [], []
        for part in document.parts:
            reading = pieces.Reading(part)
            self.broken += reading.broken
            self.remarks += reading.remarks
            for piece in reading.pieces:
                self.add(piece)
        self.starred = [one for one in self.statements if one.starred]

    def add(self, piece):
        node = piece.node
        if isinstance(node, (ast.Import, ast.ImportFrom)) and len(node.names) > 1:
            for alias in node.names:
                one = ast.Import([alias]) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, [alias], node.level)
                self.append(pieces.Piece(piece.label, ast.copy_location(one, node), piece.text, piece.first_line))
            return
        if isinstance(node, ast.If) and tests_name(node.test):
            lines = piece.text.split("\n")
            for inner in node.body + node.orelse:
                start = min([inner.lineno] + [one.lineno for one in getattr(inner, "decorator_list", [])])
                text = "\n".join(lines[start - piece.first_line : inner.end_lineno - piece.first_line + 1])
                self.append(pieces.Piece(piece.label, inner, text, start), in_main=True)
            return
        self.append(piece)

    def append(self, piece, in_main=False):
        if isinstance(piece.node, ast.ImportFrom) and piece.node.module == "__future__":
            return
        self.statements.append(scopes.Statement(piece, len(self.statements), in_main))

    def providers(self, name):
        """The statements that make a name what it is at the end of the file, in their order."""
        setters = {one.node.name for one in self.statements if isinstance(one.node, ast.FunctionDef)
                   and name in scopes.globals_set(one.node)}
        found = [one for one in self.statements if name in one.binds or one.calls & setters]
        outside = [one for one in found if not one.in_main]
        found = outside or found
        written = [one for one in found if not (one.is_definition and templates.unfinished(one.node))]
        if any(one.is_definition for one in written):
            found = written
        if not found:
            return []
        last = max((i for i, one in enumerate(found) if one.replaces(name)), default=0)
        found = found[last:]
        made = not any(one.is_import for one in found)
        plain = made and not found[0].is_definition
        changing = [one for one in self.statements if one.order > found[0].order and one not in found
                    and ((made and (name, "stored") in one.changes) or (plain and (name, "called") in one.changes))]
        return sorted(found + [one for one in changing if one.in_main == found[0].in_main], key=lambda one: one.order)

    def __contains__(self, name):
        return any(name in one.binds for one in self.statements)


class LazyModule(types.ModuleType):
    """A document as a module; a name that is asked for is made at that moment."""

    def __init__(self, name, index, program):
        super().__init__(name)
        self.__dict__["__file__"] = program.path_of(index.document)
        self.__dict__["__path__"] = []
        self.__dict__["_lazy"] = (index, program, set())

    def __getattr__(self, name):
        index, program, done = self.__dict__["_lazy"]
        if name == "__all__":
            return []
        if name.startswith("__") and name not in index:
            raise AttributeError(name)
        program.make(self, index, done, name)
        if name not in self.__dict__:
            raise AttributeError("%s has no %s" % (index.document.path, name))
        return self.__dict__[name]


class Program(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """All documents as modules that import each other; it is the first finder of the interpreter."""

    def __init__(self, submission, remarks):
        self.submission, self.remarks = submission, remarks
        self.indices, self.modules = {}, {}
        self.known = known_packages()

    def install(self, everything):
        sys.meta_path.insert(0, self)
        sys.meta_path.append(standins.StandIns(self.remarks, everything))

    def path_of(self, document):
        return "%s/%s" % (self.submission.folder, document.path)

    def index(self, document):
        if document.path not in self.indices:
            self.indices[document.path] = Index(document)
        return self.indices[document.path]

    def module(self, document):
        if document.path not in self.modules:
            self.modules[document.path] = LazyModule(document.module.replace(" ", "_"), self.index(document), self)
            for part in document.parts:
                lines = part.text.splitlines(True)
                linecache.cache[part.label] = (len(part.text), None, lines, part.label)
        return self.modules[document.path]

    def make(self, module, index, done, name):
        """Executes the statements that a name needs, in the order of the file."""
        needed, stars = self.closure(index, name, done)
        for statement in sorted(needed, key=lambda one: one.order):
            if statement not in done:
                done.add(statement)
                self.execute(module, statement)
        for missing in sorted(stars):
            if missing not in module.__dict__:
                self.from_elsewhere(module, index, missing)

    def closure(self, index, name, done):
        """(statements that the name needs, names that the file does not make)."""
        needed, unresolved, seen, waiting = set(), set(), set(), [name]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            providers = index.providers(one)
            if not providers and not hasattr(builtins, one):
                unresolved.add(one)
            for statement in providers:
                if statement not in needed:
                    needed.add(statement)
                    waiting.extend(statement.uses)
        stars = [one for one in index.starred if unresolved]
        early = [one for one in stars if self.document(one.node.module or "", index) is None]
        return needed | {one for one in early if one not in done}, unresolved

    def from_elsewhere(self, module, index, name):
        """A name of a starred import of another file, or one of Python 2, or the usual name of a package."""
        for statement in reversed(index.starred):
            document = self.document(statement.node.module or "", index)
            if document is not None and document is not index.document:
                other = self.index(document)
                if name in other or other.starred:
                    value = getattr(self.module(document), name, None)
                    if value is not None:
                        module.__dict__[name] = value
                        return
        if name in OLD:
            self.remarks.append("%s uses %s, which Python 3 does not have; it was given." % (index.document.path, name))
            module.__dict__[name] = OLD[name]
        elif index.starred and name in FAMILIAR:
            self.remarks.append("%s uses %s without an import of its own; it was given." % (index.document.path, name))
            module.__dict__[name] = importlib.import_module(FAMILIAR[name])

    def execute(self, module, statement):
        """Runs one statement; where it fails, the names that it would bind say so when they are used."""
        if statement.in_main:
            self.remarks.append("%s line %d was used although it runs only in a main program." % (
                statement.piece.label, statement.node.lineno))
        node = Absolute(self.package(module)).visit(statement.node)
        try:
            run(node, statement.piece.label, module.__dict__)
        except Exception as error:
            if statement.is_definition and node.decorator_list:
                self.without_decorators(module, statement, node, error)
                return
            for name in statement.binds:
                module.__dict__.setdefault(name, standins.Missing(name, error))
            if not isinstance(error, ImportError):
                self.remarks.append("%s line %d failed: %s: %s" % (
                    statement.piece.label, statement.node.lineno, type(error).__name__, short(error)))

    def without_decorators(self, module, statement, node, error):
        self.remarks.append("%s line %d: the decorator failed and was left out: %s" % (
            statement.piece.label, node.lineno, short(error)))
        node.decorator_list = []
        run(node, statement.piece.label, module.__dict__)

    def package(self, module):
        return module.__name__.rpartition(".")[0]

    def document(self, dotted, index=None):
        """The document that an import of this name means: by its whole name, beside the importing file, or by its last word."""
        if not dotted or dotted.split(".")[0] in self.known:
            return None
        documents = self.submission.documents
        beside = (index.document.module.rpartition(".")[0] + "." + dotted) if index else dotted
        for name in (dotted, beside.lstrip(".")):
            for document in documents:
                if document.module == name and document.path.endswith(".py"):
                    return document
        last = [one for one in documents if one.path.endswith(".py") and one.module.split(".")[-1] == dotted.split(".")[-1]]
        return last[0] if len(last) == 1 else None

    def is_folder(self, dotted):
        return any(("." + one.module).find("." + dotted + ".") >= 0 for one in self.submission.documents)

    def find_spec(self, fullname, path=None, target=None):
        if self.document(fullname) is not None:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        if self.is_folder(fullname) and fullname.split(".")[0] not in self.known:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        document = self.document(spec.name)
        return self.module(document) if document is not None else types.ModuleType(spec.name)

    def exec_module(self, module):
        return None


def run(node, label, namespace):
    tree = ast.fix_missing_locations(ast.Module([node], []))
    code = compile(tree, label, "exec", flags=__future__.annotations.compiler_flag, dont_inherit=True)
    exec(code, namespace)


def short(error):
    text = " ".join(str(error).split())
    return text if len(text) <= 200 else text[:200] + "..."
