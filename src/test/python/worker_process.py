"""A real worker for tests, and a submission in a temporary folder."""
import json
import os
import secrets
import subprocess
import sys
import tempfile
import textwrap
import unittest

import numpy as np

PYTHON = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../main/resources/org/dlcourse/grading/python"))
sys.dont_write_bytecode = True
sys.path.insert(0, PYTHON)
from dlcourse import frames  # noqa: E402


class WorkerProcess:
    """Speaks frames with `python3 -I worker.py`."""

    def __init__(self, folder, **limits):
        self.process = subprocess.Popen(
            [sys.executable, "-I", os.path.join(PYTHON, "worker.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.id = 0
        self.ready, _ = self.ask({"type": "hello", "submission": folder, "limits": limits})

    def ask(self, request, arrays=()):
        self.id += 1
        request = dict(request, id=self.id, nonce=secrets.token_hex(16))
        self.process.stdin.write(frames.joined(request, arrays))
        self.process.stdin.flush()
        header, payload = frames.read(self.process.stdout)
        assert (header["id"], header["nonce"]) == (request["id"], request["nonce"]), header
        return header, frames.arrays(header, payload)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class WorkerTest(unittest.TestCase):
    """Writes a submission and asks a worker about it."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = self.temporary.name
        self.limits = {}
        self.worker = None

    def write(self, name, text, mode="w"):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(text, bytes):
            with open(path, "wb") as file:
                file.write(text)
        else:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(textwrap.dedent(text))
        return path

    def notebook(self, name, *cells):
        code = [{"cell_type": "code", "source": textwrap.dedent(cell).splitlines(True), "outputs": []} for cell in cells]
        words = {"cell_type": "markdown", "source": ["# A heading"]}
        self.write(name, json.dumps({"cells": [words] + code, "nbformat": 4, "nbformat_minor": 2, "metadata": {}}))

    def ask(self, request, arrays=()):
        if self.worker is None:
            self.worker = WorkerProcess(self.folder, **self.limits)
            self.addCleanup(self.worker.close)
        return self.worker.ask(request, arrays)

    def find(self, target="my_conv2d", kind="function", **more):
        return self.ask(dict(more, type="find", target=target, kind=kind))[0]

    def case(self, steps, results=(), seconds=5.0, **arrays):
        request = {"type": "case", "seconds": seconds, "steps": steps, "return": list(results)}
        return self.ask(request, list(arrays.items()))

    def call(self, target="my_conv2d", seconds=5.0, **arrays):
        given = [{"array": name} for name in arrays]
        return self.case([{"do": "call", "target": target, "arguments": given, "as": "r"}], ["r"], seconds, **arrays)

    def images(self):
        generator = np.random.default_rng(5)
        return {"x": generator.standard_normal((2, 2, 5, 4)), "k": generator.standard_normal((3, 2, 2, 3))}


def convolved(x, k):
    """The convolution that the tests' submissions compute."""
    n, _, h, w = x.shape
    f, _, p, q = k.shape
    out = np.zeros((n, f, h - p + 1, w - q + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = np.tensordot(x[:, :, i : i + p, j : j + q], k, axes=([1, 2, 3], [1, 2, 3]))
    return out


CORRECT = """
def my_conv2d(input, kernel):
    n, c, h, w = input.shape
    f, _, p, q = kernel.shape
    out = np.zeros((n, f, h - p + 1, w - q + 1))
    for i in range(h - p + 1):
        for j in range(w - q + 1):
            patch = input[:, :, i:i + p, j:j + q].reshape(n, -1)
            out[:, :, i, j] = patch @ kernel.reshape(f, -1).T
    return out
"""
NP = "import numpy as np\n"


class ConvolutionTest(WorkerTest):
    """A submission whose my_conv2d must work."""

    def works(self, how="extracted", remark=None, target="my_conv2d", **more):
        found = self.find(target, **more)
        self.assertEqual(found["type"], "found", found)
        self.assertEqual(found["how"], how, found)
        self.assertNotIn("failed", found)
        if remark:
            self.assertIn(remark, " ".join(found["remarks"]))
        images = self.images()
        reply, arrays = self.call(target, **images)
        self.assertEqual(reply["type"], "result", reply)
        np.testing.assert_allclose(arrays["r"], convolved(images["x"], images["k"]), atol=1e-10)
        return found
