"""Tells a definition that was never written, or is a course's starter as it came, from one that was."""
import ast

EMPTY_CALLS = {"zeros", "zeros_like", "empty", "empty_like"}
SHAPES = {"shape", "ndim", "size"}
PUBLIC = ("forward", "backward", "loss", "train", "predict")
PLAIN_BASES = {"object", "nn.Module", "Module", "torch.nn.Module"}


def unfinished(node):
    """Whether a function or class does nothing that could be judged."""
    if isinstance(node, ast.ClassDef):
        bases = {ast.unparse(base) for base in node.bases}
        methods = [one for one in functions(node) if one.name != "__init__" and not delegates(one)]
        if not methods:
            return bases <= PLAIN_BASES and not any(isinstance(one, ast.Assign) for one in node.body)
        return all(unfinished(one) for one in methods)
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    return gives_up(node.body) or is_empty(node)


def unfinished_methods(node):
    """Names of a class's public methods that do nothing."""
    if not isinstance(node, ast.ClassDef):
        return []
    return [one.name for one in functions(node) if one.name in PUBLIC and unfinished(one)]


def functions(node):
    return [one for one in node.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))]


def delegates(method):
    """A `__call__` that only calls forward."""
    return method.name == "__call__" and len(method.body) == 1 and ".forward(" in ast.unparse(method.body[0])


def gives_up(body):
    """A `raise NotImplementedError` that is reached always, whatever stands before it, unless that may return."""
    for statement in body:
        if isinstance(statement, ast.Raise) and statement.exc is not None:
            return ast.unparse(statement.exc).split("(")[0] in ("NotImplementedError", "NotImplemented")
        if any(isinstance(one, ast.Return) for one in ast.walk(statement)):
            return False
    return False


def is_empty(function):
    """Whether nothing is computed and whatever is returned is empty or zero."""
    names = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
    assigned = assignments(function)
    if any(isinstance(one, ast.Raise) for one in function.body):
        return False
    for node in walk(function.body):
        if isinstance(node, ast.Return) and not trivial(node.value, assigned, names):
            return False
        if isinstance(node, (ast.Yield, ast.YieldFrom, ast.AugAssign, ast.While)):
            return False
        if isinstance(node, ast.Assign):
            stores = any(isinstance(target, (ast.Subscript, ast.Attribute)) for one in node.targets for target in ast.walk(one)
                         if isinstance(getattr(target, "ctx", None), ast.Store))
            if stores and not (plain(node.value) or trivial(node.value, assigned, names)):
                return False
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and not prints(node.value):
            return False
    return True


def walk(body):
    """All nodes, without those of asserts and of nested functions."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Assert, ast.FunctionDef, ast.ClassDef, ast.Lambda)):
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))


def assignments(function):
    """What each local name is set to; None stands for what is unknown."""
    found = {}
    for node in walk(function.body):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
                else:
                    for one in ast.walk(target):
                        if isinstance(one, ast.Name):
                            found.setdefault(one.id, []).append(None)
        elif isinstance(node, (ast.For, ast.AugAssign, ast.NamedExpr)):
            for one in ast.walk(node.target):
                if isinstance(one, ast.Name):
                    found.setdefault(one.id, []).append(None)
    return found


def trivial(value, assigned, arguments, depth=0):
    """None, zero, an empty container, zeros of some shape, or a name that is never anything else."""
    if value is None or depth > 10:
        return value is None
    if isinstance(value, ast.Constant):
        return value.value in (None, False, 0, "") or value.value is Ellipsis
    if isinstance(value, ast.Name):
        if value.id == "NotImplemented":
            return True
        values = assigned.get(value.id)
        return value.id not in arguments and bool(values) and all(
            one is not None and trivial(one, assigned, arguments, depth + 1) for one in values)
    if isinstance(value, (ast.Tuple, ast.List)):
        return all(trivial(one, assigned, arguments, depth + 1) for one in value.elts)
    if isinstance(value, ast.Dict):
        return all(one is None or trivial(one, assigned, arguments, depth + 1) for one in value.values)
    if isinstance(value, ast.Call):
        name = ast.unparse(value.func).split(".")[-1]
        return name in EMPTY_CALLS or name in ("list", "dict", "tuple") and not value.args
    return False


def plain(value):
    """Names, their attributes and shapes: nothing is computed."""
    return not any(isinstance(one, (ast.Call, ast.BinOp, ast.ListComp)) for one in ast.walk(value))


def prints(call):
    return isinstance(call.func, ast.Name) and call.func.id == "print" or ast.unparse(call.func).startswith("plt.")
