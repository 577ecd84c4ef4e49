"""Runs one case in a child: its steps in order on what was loaded, and the values that are asked for."""
import collections.abc
import inspect
import signal
import time

import numpy as np

from dlcourse import failures, frames, loading, torch_objects, values

CALLS = ("forward", "__call__", "call")


def serve(submission, limits, found, requests, answers):
    """In a lasting child: answers one case after the other, with the code loaded once."""
    loaded = {}
    frame = frames.read(requests)
    while frame is not None:
        Case(*frame, found).run(submission, limits, answers, loaded)
        frame = frames.read(requests)


class Case:
    """A request of the type `case`, with the places of its targets."""

    def __init__(self, request, payload, found):
        self.request, self.payload, self.found = request, payload, found

    def run(self, submission, limits, answers, loaded):
        """In a child: loads the targets that are not loaded yet, runs the steps, and answers."""
        step = None
        names = [step["target"] for step in self.request["steps"] if "target" in step]
        how = "module" if any(self.found[name]["how"] == "module" for name in names) else "extracted"
        if how not in loaded:
            loaded[how] = loading.Loader(submission, how, limits), {}
        loader, self.objects = loaded[how]
        try:
            loading.alarm(limits.preparation_seconds)
            for name in dict.fromkeys(names):
                if name not in self.objects:
                    place = self.found[name]
                    self.objects[name] = without_unfinished(loader.load(place["path"], place["name"]), place["unfinished"])
            self.stored = {}
            self.arguments = values.Arguments(frames.arrays(self.request, self.payload), self.stored)
            loading.seed(self.request.get("seed", 0))
            answers.running()
            loading.alarm(self.request["seconds"])
            start = time.perf_counter()
            for step, instruction in enumerate(self.request["steps"]):
                self.do(instruction)
            seconds = time.perf_counter() - start
            step = None
            arrays = []
            described = {name: values.described(name, self.stored[name], arrays) for name in self.request.get("return", [])}
            signal.setitimer(signal.ITIMER_REAL, 0)
        except values.BadResult as error:
            signal.setitimer(signal.ITIMER_REAL, 0)
            answers.send({"type": "bad_result", "what": str(error)})
            return
        except BaseException as error:
            signal.setitimer(signal.ITIMER_REAL, 0)
            answers.send(failures.reply(error, loader.labels, step))
            return
        finally:
            flush()
        answers.send({"type": "result", "values": described, "seconds": seconds, "changed_arguments": self.arguments.changed},
                     arrays)

    def do(self, step):
        kind = step["do"]
        given = [self.arguments.value(one) for one in step.get("arguments", [])]
        if kind in ("call", "construct"):
            function = self.objects[step["target"]]
            result = function(*given, *[None] * lacking(function, len(given), step.get("optional", 0)))
        elif kind == "method":
            owner = self.stored[step["object"]]
            result = method(owner, step["name"])(*given)
            if result is None and "kept_as" in step:
                result = at(owner, fitting(owner, [[name] for name in step["kept_as"]]))
        elif kind == "get":
            owner = self.stored[step["object"]]
            result = at(owner, fitting(owner, step["paths"]) if "paths" in step else step["path"])
        elif kind == "set":
            owner = self.stored[step["object"]]
            path = fitting(owner, step["paths"]) if "paths" in step else step["path"]
            put(at(owner, path[:-1]), path[-1], self.arguments.value(step["value"]))
            self.arguments.handed_in.clear()
            return
        elif kind == "make":
            result = torch_objects.MAKERS[step["what"]](*given)
        else:
            raise ValueError("A step is %r; expected call, construct, method, get, set or make." % kind)
        self.arguments.compare()
        if "as" in step:
            self.stored[step["as"]] = result


def flush():
    """What was printed must leave the process before the answer does."""
    import sys

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError, OSError):
            # The student's code has closed or replaced the stream: then there is nothing of ours in it.
            continue


def method(owner, names):
    """The first method of those names; forward and a call of the object stand for each other."""
    names = [names] if isinstance(names, str) else list(names)
    for name in names + [name for name in CALLS if set(names) & set(CALLS)]:
        if name == "__call__" and callable(owner):
            return owner
        if name != "__call__" and callable(getattr(owner, name, None)):
            return getattr(owner, name)
    raise AttributeError("%s has no method %s." % (type(owner).__name__, " or ".join(names)))


def lacking(function, given, optional):
    """How many of some arguments that may be left out a function needs all the same."""
    if not optional:
        return 0
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        # What has no signature is called with what there is.
        return 0
    needed = sum(one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD) for one in parameters)
    return max(0, min(optional, needed - given))


def fitting(owner, paths):
    """The first of several paths that leads somewhere, else the first; * stands for any attribute."""
    for path in paths:
        begins = [path[:1]] if path[0] != "*" else [[name] for name in getattr(owner, "__dict__", {})]
        for begin in begins:
            if leads(owner, begin + path[1:]):
                return begin + path[1:]
    return paths[0]


def leads(owner, path):
    try:
        at(owner, path)
        return True
    except (AttributeError, IndexError, KeyError, TypeError):
        # The question is whether it leads somewhere, and the answer is no.
        return False


def at(value, path):
    """What a path of names leads to: entries of dictionaries, positions of lists, attributes; an element may be a list of names."""
    for names in path:
        names = names if isinstance(names, list) else [names]
        for name in names:
            if isinstance(value, collections.abc.Mapping):
                if name in value:
                    value = value[name]
                    break
            elif isinstance(name, int):
                value = element(value, name)
                break
            elif hasattr(value, name):
                value = getattr(value, name)
                break
        else:
            raise AttributeError("%s has no %s." % (type(value).__name__, " or ".join(str(name) for name in names)))
    return value


def element(value, place):
    try:
        return value[place]
    except (TypeError, IndexError, KeyError):
        found = "has only %d" % len(value) if isinstance(value, (tuple, list)) else "is a single %s" % type(value).__name__
        raise AttributeError("Result %d of several is missing: what was returned %s." % (place + 1, found)) from None


def put(owner, names, value):
    """Sets an entry or attribute: the first of the names that exists, else the first."""
    names = names if isinstance(names, list) else [names]
    if isinstance(owner, (collections.abc.MutableMapping, list)):
        name = next((one for one in names if not isinstance(owner, list) and one in owner), names[0])
        owner[name] = value
    else:
        name = next((one for one in names if hasattr(owner, one)), names[0])
        setattr(owner, name, shaped(value, getattr(owner, name, None)))


def shaped(value, before):
    """The value in the shape of what it replaces, where the shapes differ in axes of length 1 alone."""
    if isinstance(value, np.ndarray) and isinstance(before, np.ndarray) and value.shape != before.shape:
        if [n for n in value.shape if n != 1] == [n for n in before.shape if n != 1]:
            return value.reshape(before.shape)
    return value


def without_unfinished(value, names):
    """Makes methods that do nothing say so when they are reached."""
    for name in names:
        setattr(value, name, refusal(name))
    return value


def refusal(name):
    def unfinished(*_, **__):
        raise NotImplementedError("%s is not implemented." % name)

    return unfinished
