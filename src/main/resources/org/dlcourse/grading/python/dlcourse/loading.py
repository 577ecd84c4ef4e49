"""Loads what was found: taken out of its file, or with its file run as a whole."""
import os
import random
import signal
import sys

import numpy as np

from dlcourse import failures, namespaces, standins


class Loader:
    """A submission's program in this process, which must be a child."""

    def __init__(self, submission, how, limits):
        self.submission, self.how = submission, how
        self.remarks = list(submission.remarks)
        self.program = namespaces.Program(submission, self.remarks)
        self.program.install(everything=how == "module")
        self.limits = limits
        self.ran = set()

    @property
    def labels(self):
        return {part.label for document in self.submission.documents for part in document.parts}

    def load(self, path, name):
        """The object of that name of the document at that path."""
        document = next(one for one in self.submission.documents if one.path == path)
        os.chdir(os.path.dirname(self.program.path_of(document)))
        seed(0)
        module = self.program.module(document)
        sys.modules.setdefault(module.__name__, module)
        if self.how == "module" and path not in self.ran:
            self.ran.add(path)
            self.run_whole(module, document, name)
        value = module.__dict__.get(name) if self.how == "module" else getattr(module, name)
        if isinstance(value, standins.Missing):
            raise standins.reason(value)
        if value is None:
            raise NameError("Running %s did not define %s." % (document.path, name))
        return value

    def run_whole(self, module, document, name):
        """Runs the statements of a file up to its last definition; what it raises ends that, where the name exists by then."""
        statements = [one for one in self.program.index(document).statements if not one.in_main]
        last = max((i for i, one in enumerate(statements) if one.is_definition or one.is_import or name in one.binds),
                   default=len(statements) - 1)
        for statement in statements[: last + 1] if any(name in one.binds for one in statements) else statements:
            try:
                node = namespaces.Absolute(self.program.package(module)).visit(statement.node)
                namespaces.run(node, statement.piece.label, module.__dict__)
            except (Exception, failures.TimeOut) as error:
                if name not in module.__dict__:
                    raise
                self.remarks.append("%s line %d stopped the file: %s: %s" % (
                    statement.piece.label, statement.node.lineno, type(error).__name__, namespaces.short(error)))
                return


def seed(number):
    """Random numbers that repeat."""
    random.seed(number)
    np.random.seed(number)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(number)


def alarm(seconds):
    """Raises TimeOut in this process after some time."""

    def ring(*_):
        raise failures.TimeOut()

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
