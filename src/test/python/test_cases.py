"""Cases: fresh state, limits, results of every kind, and what a submission must not reach."""
import io
import os
import struct
import subprocess
import sys
import tempfile
import unittest

import numpy as np

from worker_process import PYTHON, WorkerProcess, WorkerTest, frames

LAYER = """
import numpy as np
class Conv1d:
    count = 0
    def __init__(self, i, o, k, s):
        print('made')
        self.W = np.zeros((o, i, k))
        self.dLdW = np.zeros_like(self.W)
    def __call__(self, x):
        Conv1d.count += 1
        return x * self.W.sum() + Conv1d.count
    def backward(self, delta):
        self.dLdW += delta.sum()
        return delta
"""


class CasesTest(WorkerTest):
    def f(self, body, **arrays):
        """The reply to one call of a function with this body."""
        self.write("a.py", "import os, sys, time, signal\nimport numpy as np\ndef f(x):\n" + "".join(
            "    %s\n" % line for line in body.split("\n")))
        found = self.find("f")
        self.assertEqual(found["type"], "found", found)
        return self.call("f", **(arrays or {"x": np.arange(3.0)}))

    def answers_again(self):
        reply, arrays = self.ask({"type": "case", "seconds": 2, "steps": [], "return": []})
        self.assertEqual(reply["type"], "result", reply)

    def test_layer_is_made_set_run_and_read(self):
        self.write("layers.py", LAYER)
        found = self.find("Conv1D", "class")
        self.assertEqual((found["name"], found["methods"]), ("Conv1d", ["__init__", "__call__", "backward"]))
        steps = [
            {"do": "construct", "target": "Conv1D", "arguments": [{"integer": n} for n in (1, 1, 2, 1)], "as": "layer"},
            {"do": "set", "object": "layer", "path": ["W"], "value": {"array": "w"}},
            {"do": "method", "object": "layer", "name": "forward", "arguments": [{"array": "x"}], "as": "y"},
            {"do": "method", "object": "layer", "name": "backward", "arguments": [{"values": "y"}], "as": "dx"},
            {"do": "get", "object": "layer", "path": [["dW", "dLdW"]], "as": "dw"},
        ]
        for _ in range(2):
            reply, arrays = self.case(steps, ["y", "dw"], w=np.ones((1, 1, 2)), x=np.ones((1, 1, 3)))
            self.assertEqual(reply["type"], "result", reply)
            np.testing.assert_array_equal(arrays["y"], np.full((1, 1, 3), 3.0), "fresh state: counted once")
            np.testing.assert_array_equal(arrays["dw"], np.full((1, 1, 2), 9.0))
            self.assertEqual((reply["printed"], reply["printed_all"]), ("made\n", 5))

    def test_results_of_many_kinds_are_numbers(self):
        for body, dtype, value in (
            ("return x.astype(np.float32)", "float32", [0, 1, 2]), ("return list(x)", "float64", [0, 1, 2]), ("return 3", "int64", 3),
            ("return x > 1", "bool", [0, 0, 1]), ("return np.float32(2.5)", "float32", 2.5), ("return (17, 23)", "int64", [17, 23]),
            ("return x.astype('>f8')", ">f8", [0, 1, 2]), ("return x.astype(np.float16)", "float16", [0, 1, 2]),
            ("return np.array([x, x], dtype=object)", "float64", [[0, 1, 2]] * 2), ("return np.asmatrix(x)", "float64", [[0, 1, 2]]),
            ("class T:\n  def detach(s): return s\n  def cpu(s): return s\n  def numpy(s): return x\nreturn [T(), T()]",
             "float64", [[0, 1, 2]] * 2),
            ("return np.asfortranarray(np.outer(x, x))[::-1].T", "float64", np.outer([0, 1, 2], [2, 1, 0])),
        ):
            with self.subTest(body):
                self.doCleanups()
                self.setUp()
                reply, arrays = self.f(body)
                self.assertEqual(reply["type"], "result", reply)
                self.assertEqual(reply["values"]["r"]["dtype"], dtype)
                np.testing.assert_array_equal(arrays["r"], value)
                self.assertIn(arrays["r"].dtype.str, ("<f8", "<f4", "<i8"))

    def test_what_is_no_number_is_a_bad_result(self):
        for body, what in (("return object()", "object"), ("return [[1], [1, 2]]", None), ("return np.array(['a'])", "<U1"),
                           ("return x + 1j", "complex"), ("return np.array([None, 1])", "NoneType"), ("return f", "function")):
            with self.subTest(body):
                self.doCleanups()
                self.setUp()
                reply, _ = self.f(body)
                if what is None:
                    self.assertIn("items", reply["values"]["r"])
                else:
                    self.assertEqual(reply["type"], "bad_result", reply)
                    self.assertIn(what, reply["what"])

    def test_pairs_and_dictionaries_come_back_whole(self):
        reply, arrays = self.f("return 1.5, {'W1': x, 'name': 'a', 'none': None}")
        items = reply["values"]["r"]["items"]
        self.assertEqual(items[1]["entries"]["W1"]["array"], "r.1.W1")
        self.assertEqual(items[1]["entries"]["name"]["text"], "a")
        np.testing.assert_array_equal(arrays["r.1.W1"], [0, 1, 2])
        self.assertEqual(arrays["r.0"], 1.5)

    def test_changed_arguments_are_named_and_cost_nothing(self):
        reply, _ = self.f("x[0] = 7\nreturn x")
        self.assertEqual(reply["changed_arguments"], ["x"])
        x = {"array": "x"}
        steps = [{"do": "call", "target": "f", "arguments": [x], "as": "a"}, {"do": "call", "target": "f", "arguments": [x], "as": "b"}]
        self.write("a.py", "")
        _, arrays = self.case(steps, ["b"], x=np.zeros(2))
        np.testing.assert_array_equal(arrays["b"], [7, 0])

    def test_exception_says_where(self):
        reply, _ = self.f("y = x\nreturn y[5]")
        self.assertEqual((reply["type"], reply["class"], reply["file"], reply["line"], reply["step"]),
                         ("exception", "IndexError", "a.py", 5, 0), reply)
        self.assertEqual(reply["trace"], ["a.py line 5 in f: return y[5]"])

    def test_exit_is_an_exception(self):
        reply, _ = self.f("sys.exit(0)")
        self.assertEqual((reply["type"], reply["class"]), ("exception", "SystemExit"))

    def test_wrong_number_of_arguments_is_an_exception(self):
        reply, _ = self.f("return x", x=np.ones(1), y=np.ones(1))
        self.assertEqual(reply["class"], "TypeError")

    def test_exception_whose_message_fails_is_told(self):
        reply, _ = self.f("class E(Exception):\n  def __str__(self): raise KeyError\nraise E")
        self.assertEqual(reply["message"], "(its message cannot be shown: KeyError)")

    def test_endless_recursion_is_an_exception(self):
        self.assertEqual(self.f("return f(x)")[0]["class"], "RecursionError")

    def test_time_is_limited_and_the_worker_lives(self):
        for body, line in (("while True: pass", 4), ("try:\n  while True: pass\nexcept Exception: pass", 5)):
            with self.subTest(body):
                self.doCleanups()
                self.setUp()
                self.write("a.py", "import signal\n\ndef f(x):\n" + "".join("    %s\n" % one for one in body.split("\n")))
                self.find("f")
                reply, _ = self.call("f", seconds=0.2, x=np.ones(1))
                self.assertEqual((reply["type"], reply["line"]), ("time_out", line), reply)
                self.answers_again()

    def test_time_is_limited_from_outside_too(self):
        self.write("a.py", "import signal\ndef f(x):\n    signal.signal(signal.SIGALRM, signal.SIG_IGN)\n    while True: pass\n")
        self.find("f")
        reply, _ = self.call("f", seconds=0.2, x=np.ones(1))
        self.assertEqual((reply["type"], reply["what"]), ("time_out", "It did not end, and was killed."), reply)
        self.answers_again()

    def test_memory_error_is_out_of_memory(self):
        self.limits = {"memory_bytes": 200 << 20}
        reply, _ = self.f("return np.ones(400 << 20, np.uint8)")
        self.assertEqual(reply["type"], "out_of_memory", reply)
        self.answers_again()

    def test_killed_child_is_a_verdict(self):
        for body, kind in (("os.kill(os.getpid(), signal.SIGKILL)", "out_of_memory"), ("os.kill(os.getpid(), signal.SIGSEGV)", "crash"),
                           ("os._exit(0)", "crash"), ("os.close(3); time.sleep(60)", "crash"),
                           ("os.write(3, b'DLFRAME1' + bytes(12))", "crash"), ("os.write(3, b'x' * 99)", "crash")):
            with self.subTest(body):
                self.doCleanups()
                self.setUp()
                self.assertEqual(self.f(body)[0]["type"], kind)
                self.answers_again()

    def test_prints_are_captured_and_capped(self):
        self.limits = {"printed_bytes": 10, "flood_bytes": 1 << 20}
        reply, _ = self.f("print('0123456789' * 10)\nos.write(1, b'x')\nprint('e', file=sys.stderr)\nos.system('echo y')\nreturn x")
        self.assertEqual((reply["type"], reply["printed"], reply["printed_all"]), ("result", "0123456789", 101 + 1 + 2 + 2), reply)

    def test_flood_is_a_verdict(self):
        self.limits = {"printed_bytes": 10, "flood_bytes": 1 << 20}
        reply, _ = self.f("while True: print('0123456789' * 1000)")
        self.assertEqual((reply["type"], reply["printed"]), ("flood", "0123456789"))
        self.answers_again()

    def test_result_is_limited(self):
        self.limits = {"answer_bytes": 1 << 16}
        self.assertEqual(self.f("return np.zeros(1 << 16) + x[0]")[0]["type"], "bad_result")

    def test_closed_and_replaced_streams_are_no_obstacle(self):
        self.assertEqual(self.f("sys.stdout.close()\nsys.stdout = None\nsys.stderr = 3\nreturn x")[0]["type"], "result")

    def test_input_is_empty(self):
        self.assertEqual(self.f("return input()")[0]["class"], "EOFError")

    def test_broken_numpy_costs_only_its_case(self):
        self.assertNotEqual(self.f("np.asarray = np.zeros = None\nreturn x")[0]["type"], "result")
        self.answers_again()

    def test_parents_descriptors_are_out_of_reach(self):
        body = ("found = [int(n) for n in os.listdir('/proc/self/fd')]\n"
                "return [n for n in found if n > 3 and os.path.exists('/proc/self/fd/%d' % n)]")
        reply, arrays = self.f(body)
        self.assertEqual(reply["type"], "result", reply)
        self.assertEqual(arrays["r"].size, 0)

    def test_orphans_are_killed(self):
        body = ("if os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    time.sleep(60)\n  os._exit(0)\nreturn x")
        self.assertEqual(self.f(body)[0]["type"], "result")
        with open("/proc/%d/task/%d/children" % (self.worker.process.pid, self.worker.process.pid)) as children:
            self.assertEqual(children.read(), "")

    def test_random_numbers_repeat(self):
        _, first = self.f("return np.random.rand(3)")
        _, second = self.call("f", x=np.ones(3))
        np.testing.assert_array_equal(first["r"], second["r"])

    def test_starter_files_of_other_cases_are_told(self):
        self.write("a.py", "")
        reply, _ = self.ask({"type": "case", "seconds": 1, "steps": [{"do": "call", "target": "g", "arguments": []}]})
        self.assertEqual(reply["type"], "refused")
        self.assertIn("g", reply["what"])

    def test_missing_attribute_is_told(self):
        self.write("layers.py", LAYER)
        self.find("Conv1D", "class")
        new = {"do": "construct", "target": "Conv1D", "arguments": [{"integer": 1}] * 4, "as": "layer"}
        reply, _ = self.case([new, {"do": "get", "object": "layer", "path": ["db"], "as": "r"}], ["r"])
        self.assertEqual((reply["class"], reply["message"], reply["step"]), ("AttributeError", "Conv1d has no db.", 1), reply)


class ProtocolTest(unittest.TestCase):
    def test_ready_says_versions(self):
        worker = WorkerProcess("/nowhere")
        self.addCleanup(worker.close)
        self.assertEqual(worker.ready["type"], "ready")
        self.assertRegex(worker.ready["worker"], r"^python 3\.\d+\.\d+, numpy \d+\.\d+")

    def test_unknown_request_is_refused(self):
        worker = WorkerProcess("/nowhere")
        self.addCleanup(worker.close)
        for request in ({"type": "dance"}, {"type": "find"}, {"type": "case"}, {}):
            with self.subTest(request):
                self.assertEqual(worker.ask(request)[0]["type"], "refused")

    def test_broken_frame_ends_the_worker(self):
        for content in (b"hello\n" * 10, b"DLFRAME1" + struct.pack(">iq", 0, 0), b"DLFRAME1" + struct.pack(">iq", 5, -1),
                        b"DLFRAME1" + struct.pack(">iq", 2, 0) + b"[]", b"DLFRAME1" + struct.pack(">iq", 9, 0) + b"{"):
            with self.subTest(content):
                done = subprocess.run([sys.executable, "-I", os.path.join(PYTHON, "worker.py")], input=content, capture_output=True)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertTrue(done.stderr.startswith(b"worker: "), done.stderr)

    def test_person_is_told_what_was_found(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.py"), "w") as file:
                file.write("import absent_package\n\ndef myconv2d(x, k):\n    return x * k\n")
            command = [sys.executable, "-I", os.path.join(PYTHON, "worker.py")]
            for arguments, status, said in (
                (["find", folder, "my_conv2d"], 0, "my_conv2d: found, a.py line 3, taken out of its file\n"
                 "  myconv2d was taken for my_conv2d.\n"),
                (["find", folder, "Conv1D", "class"], 1, "Conv1D: not found\n"), (["help"], 2, "usage: "),
                (["results", folder], 1, "no result file, such as part3_cnn_3.json\n"),
                (["results", "/nowhere"], 2, "/nowhere is no folder. "),
            ):
                done = subprocess.run(command + arguments, capture_output=True, text=True)
                self.assertEqual(done.returncode, status, done)
                self.assertTrue(done.stdout.startswith(said), done.stdout)

    def test_frame_comes_back_as_it_was(self):
        header, payload = frames.read(io.BytesIO(frames.joined({"a": "\u00e9"}, [("x", np.ones((2, 3))), ("y", np.int64(4))])))
        arrays = frames.arrays(header, payload)
        self.assertEqual(header["a"], "\u00e9")
        np.testing.assert_array_equal(arrays["x"], np.ones((2, 3)))
        self.assertEqual(arrays["y"], 4)

    def test_pickled_array_is_refused(self):
        stream = io.BytesIO()
        np.save(stream, np.array([{}], dtype=object), allow_pickle=True)
        header = {"arrays": [{"name": "x", "bytes": len(stream.getvalue())}]}
        self.assertRaises(frames.BrokenFrame, frames.arrays, header, stream.getvalue())


if __name__ == "__main__":
    unittest.main()
