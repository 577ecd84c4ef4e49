"""Answers to `find`: where a target is, taken out of its file or with the file run as a whole."""
from dlcourse import failures, loading, targets, templates

SECOND_TRIES = 2


class Search:
    """What is looked for."""

    def __init__(self, request):
        self.target, self.kind = request["target"], request.get("kind", "function")
        self.also = request.get("also", [])

    def extracted(self, submission, limits, answers):
        """In a child: looks for the target, and takes it out of its file."""
        loader = loading.Loader(submission, "extracted", limits)
        answers.running()
        loading.alarm(limits.preparation_seconds)
        found = targets.candidates(loader.program, self.target, self.kind, self.also)
        chosen = targets.choice(found)
        indices = [loader.program.index(one) for one in submission.documents]
        broken = [one for index in indices for one in index.broken]
        said = [remark for index in indices for remark in index.remarks] + [str(one) for one in broken[:10]]
        if chosen is None:
            wrong = [one for one in broken if one.name and targets.rank(self.target, one.name, self.also) is not None]
            answer = {"type": "not_found", "remarks": loader.remarks + said + targets.elsewhere(loader.program, self.target)
                      + self.other_kind(loader.program)}
            if wrong:
                answer["syntax_error"] = {"file": wrong[0].label, "line": wrong[0].line, "message": wrong[0].message}
            answers.send(answer)
            return
        answer = {"file": chosen.label, "line": chosen.line, "path": chosen.document.path, "name": chosen.name}
        said = targets.remarks(self.target, chosen, found) + said
        if chosen.unfinished:
            answers.send(dict(answer, type="not_implemented", remarks=loader.remarks + said))
            return
        answer["unfinished"] = templates.unfinished_methods(chosen.statement.node)
        answer["methods"] = methods(chosen.statement.node)
        try:
            value = loader.load(chosen.document.path, chosen.name)
            check(value, self.target)
        except BaseException as error:
            answer["failed"] = failures.reply(error, loader.labels)
        answers.send(dict(answer, type="found", how="extracted", remarks=once(loader.remarks + said)))

    def other_kind(self, program):
        kind = "class" if self.kind == "function" else "function"
        return ["%s defines a %s %s; expected a %s." % (one.where, kind, one.name, self.kind)
                for one in targets.candidates(program, self.target, kind, self.also) if one.rank <= targets.ALSO]

    def module(self, submission, path, name, limits, answers):
        """In a child: runs a file as a whole and looks for the name."""
        loader = loading.Loader(submission, "module", limits)
        answers.running()
        loading.alarm(limits.preparation_seconds)
        value = loader.load(path, name)
        check(value, name)
        line = getattr(getattr(value, "__code__", None), "co_firstlineno", 1)
        answers.send({"type": "found", "how": "module", "file": path, "path": path, "name": name, "line": line,
                      "remarks": once(loader.remarks), "unfinished": [], "methods": []})


def methods(node):
    return [one.name for one in templates.functions(node)] if hasattr(node, "bases") else []


def check(value, name):
    if not callable(value):
        raise TypeError("%s is a %s; expected a function or class." % (name, type(value).__name__))


def once(remarks):
    return list(dict.fromkeys(remarks))
