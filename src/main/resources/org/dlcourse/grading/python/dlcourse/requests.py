"""The loop of the worker: reads requests, has children run what belongs to the submission, and writes replies."""
import importlib
import importlib.util
import re
import sys

import numpy as np

from dlcourse import answers as answer_files
from dlcourse import cases, children, frames, lasting, predictions, result_files, search, sources

PRELOADED = ("torch", "scipy.signal", "scipy", "matplotlib", "pandas")
BROKEN_PROTOCOL = 2


class Worker:
    """What is known of one submission between requests."""

    def __init__(self):
        self.submission = None
        self.folder = None
        self.limits = children.Limits({})
        self.found = {}
        self.lasting = None

    def answer(self, request, payload):
        """(header, payload) of the reply."""
        kind = request.get("type")
        if kind == "hello":
            self.folder = request["submission"]
            self.limits = children.Limits(request.get("limits", {}))
            version = "python %s, numpy %s" % (sys.version.split()[0], np.__version__)
            return {"type": "ready", "worker": version}, b""
        if self.folder is None:
            return refused("The first request is %s; expected hello." % kind)
        if kind == "case":
            return self.case(request, payload)
        self.end_lasting()
        if kind == "find":
            lacking = lacking_packages(request.get("needs", []))
            return lacking or self.find(request), b""
        if kind == "mentions":
            documents = sources.Submission(self.folder).documents
            return {"type": "mentions", "mentioned": any(one.mentions(request["target"]) for one in documents)}, b""
        if kind == "read_results":
            return children.run(
                lambda answers: result_files.answer(self.folder, answers), request.get("seconds", 60), self.limits)
        if kind == "read_predictions":
            return children.run(
                lambda answers: predictions.answer(self.folder, answers), request.get("seconds", 60), self.limits)
        if kind == "read_answers":
            return children.run(
                lambda answers: answer_files.answer(self.folder, answers), request.get("seconds", 60), self.limits)
        return refused("A request is of the type %r; expected hello, find, mentions, case or one that begins with read_." % kind)

    def find(self, request):
        if self.submission is None:
            self.submission = sources.Submission(self.folder)
            preload(self.submission)
        asked = search.Search(request)
        reply = self.in_child(lambda answers: asked.extracted(self.submission, self.limits, answers))
        second = self.second_try(asked, reply)
        if second is not None:
            reply = second
        if reply["type"] == "found":
            self.found[asked.target] = {key: reply[key] for key in ("path", "name", "how", "unfinished")}
        return reply

    def second_try(self, asked, first):
        """Runs files as a whole where taking the target out of one did not do; None where that did not help either."""
        if first["type"] == "found" and first.get("failed", {}).get("type") in ("exception", "not_implemented"):
            tries = [(first["path"], first["name"])]
        elif first["type"] == "not_found" and "syntax_error" not in first:
            tries = [(one.path, asked.target) for one in self.submission.documents if one.mentions(asked.target)]
        else:
            return None
        for path, name in tries[: search.SECOND_TRIES]:
            reply = self.in_child(lambda answers: asked.module(self.submission, path, name, self.limits, answers))
            if reply["type"] == "found":
                why = first.get("failed", {}).get("message") or "it is not defined at the top level"
                reply["remarks"] = first["remarks"] + ["%s was run as a whole: %s" % (path, why)] + reply["remarks"]
                reply.update({key: first[key] for key in ("file", "line", "unfinished", "methods") if key in first})
                return reply
        return None

    def in_child(self, function):
        return children.run(function, self.limits.preparation_seconds, self.limits)[0]

    def case(self, request, payload):
        unknown = [step["target"] for step in request["steps"] if "target" in step and step["target"] not in self.found]
        if unknown:
            return refused("A case asks for %s; expected a target that `find` has found before." % ", ".join(unknown))
        frame = frames.packed(request, payload)
        if request.get("stateless") and len(frame) <= lasting.LONGEST_REQUEST:
            return self.in_lasting(frame, request["seconds"])
        self.end_lasting()
        case = cases.Case(request, payload, self.found)
        return children.run(lambda answers: case.run(self.submission, self.limits, answers, {}), request["seconds"], self.limits)

    def in_lasting(self, frame, seconds):
        if self.lasting is None or not self.lasting.alive:
            self.lasting = lasting.Lasting(
                lambda requests, answers: cases.serve(self.submission, self.limits, self.found, requests, answers), self.limits)
        return self.lasting.ask(frame, seconds)

    def end_lasting(self):
        """Before another child runs: what ends that one ends all children."""
        if self.lasting is not None:
            self.lasting.close()
            self.lasting = None


def refused(what):
    return {"type": "refused", "what": what}, b""


def preload(submission):
    """Imports large packages that the submission's code imports, once and here, so that children need not."""
    texts = "\n".join(part.text for document in submission.documents for part in document.parts)
    for name in PRELOADED:
        top = name.split(".")[0]
        if re.search(r"^\s*(import|from)\s+%s\b" % re.escape(name), texts, re.M) and importlib.util.find_spec(top):
            try:
                importlib.import_module(name)
            except (ImportError, OSError, MemoryError) as error:
                # The code that needs it will say so itself.
                print("worker: %s cannot be imported: %s" % (name, error), file=sys.stderr)


def lacking_packages(names):
    """Imports packages that a target needs, once and here; the reply where one cannot be, which is no fault of the submission."""
    for name in names:
        try:
            importlib.import_module(name)
        except (ImportError, OSError, MemoryError) as error:
            return {"type": "lacking", "package": name, "what": "%s: %s" % (type(error).__name__, error)}
    return None


def serve(incoming, outgoing):
    """Answers requests until the stream ends; returns the exit status."""
    worker = Worker()
    while True:
        try:
            frame = frames.read(incoming)
        except frames.BrokenFrame as error:
            print("worker: %s" % error, file=sys.stderr)
            return BROKEN_PROTOCOL
        if frame is None:
            return 0
        request, payload = frame
        try:
            header, content = worker.answer(request, payload)
        except (KeyError, TypeError, AttributeError) as error:
            header, content = refused("A request cannot be understood: %s: %s" % (type(error).__name__, error))
        for key in ("id", "nonce"):
            header[key] = request.get(key)
        outgoing.write(frames.packed(header, content))
        outgoing.flush()
