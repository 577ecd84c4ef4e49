"""What a top-level statement binds, changes and uses."""
import ast
import symtable


class Statement:
    """A piece with its names; order is its place in the document."""

    def __init__(self, piece, order, in_main=False):
        self.piece, self.node, self.order, self.in_main = piece, piece.node, order, in_main
        self.binds, self.changes, self.calls = set(), set(), set()
        collect(self.node, self)
        self.uses = used(piece)
        self.starred = isinstance(self.node, ast.ImportFrom) and any(alias.name == "*" for alias in self.node.names)

    @property
    def is_import(self):
        return isinstance(self.node, (ast.Import, ast.ImportFrom))

    @property
    def is_definition(self):
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))

    def replaces(self, name):
        """Whether what the name was before does not matter after this statement."""
        if self.is_import:
            return not isinstance(self.node, ast.Import) or any(alias.asname == name for alias in self.node.names)
        if self.is_definition:
            return not self.node.decorator_list and name not in self.bases()
        return isinstance(self.node, (ast.Assign, ast.AnnAssign)) and name not in self.uses

    def bases(self):
        return {one.id for one in ast.walk(ast.Module(getattr(self.node, "bases", []), [])) if isinstance(one, ast.Name)}


def collect(node, statement):
    """Walks a statement without the bodies of functions and classes."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        statement.binds.add(node.name)
        return
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            if alias.name != "*":
                statement.binds.add(alias.asname or (alias.name.split(".")[0] if isinstance(node, ast.Import) else alias.name))
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        statement.binds.add(node.id)
    elif isinstance(node, ast.ExceptHandler) and node.name:
        statement.binds.add(node.name)
    elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
        statement.changes.add((root(node), "stored"))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        if isinstance(called, ast.Attribute):
            statement.changes.add((root(called), "called"))
        elif isinstance(called, ast.Name):
            statement.calls.add(called.id)
    for child in ast.iter_child_nodes(node):
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            continue
        collect(child, statement)


def root(node):
    while isinstance(node, (ast.Subscript, ast.Attribute, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def used(piece):
    """Names of the module that the statement, or a function in it, reads."""
    names = set()
    text = piece.text
    if text[:1] in " \t":
        text = "if 1:\n" + text
    try:
        tables = [symtable.symtable(text, piece.label, "exec")]
    except SyntaxError:
        return {one.id for one in ast.walk(piece.node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    while tables:
        table = tables.pop()
        tables.extend(table.get_children())
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (top or symbol.is_global()):
                names.add(symbol.get_name())
    return names


def globals_set(node):
    """Names that a function sets by `global`."""
    return {name for one in ast.walk(node) if isinstance(one, ast.Global) for name in one.names}
