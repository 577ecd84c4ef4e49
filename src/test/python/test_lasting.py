"""Calls of functions without a state, which share a process."""
import time
import unittest

import numpy as np

from worker_process import WorkerTest

CODE = """
import os
import signal
import time

calls = 0

def f(x):
    global calls
    calls += 1
    if x == 1:
        raise ValueError("one")
    if x == 2:
        while True:
            pass
    if x == 3:
        os._exit(0)
    if x == 4:
        return "four"
    if x == 5:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        time.sleep(60)
    print("call")
    return calls

def g(x):
    return x.sum()
"""


class LastingTest(WorkerTest):
    def setUp(self):
        super().setUp()
        self.write("a.py", CODE)
        self.find("f")

    def call(self, x, **more):
        steps = [{"do": "call", "target": "f", "arguments": [{"integer": x}], "as": "r"}]
        request = {"type": "case", "stateless": True, "seconds": 0.3, "steps": steps, "return": ["r"]}
        return self.ask(dict(request, **more))

    def test_process_goes_on_after_a_result_and_after_an_exception(self):
        self.assertEqual(self.call(0)[1]["r"], 1)
        self.assertEqual(self.call(1)[0]["class"], "ValueError")
        self.assertEqual(self.call(4)[0]["values"]["r"]["text"], "four")
        reply, arrays = self.call(0)
        self.assertEqual((arrays["r"], reply["printed"]), (4, "call\n"))

    def test_cases_that_are_not_stateless_have_a_process_of_their_own(self):
        self.call(0)
        self.assertEqual(self.call(0, stateless=False)[1]["r"], 1)
        self.assertEqual(self.call(0)[1]["r"], 1, "the one that lasted has ended")

    def test_call_that_does_not_end_by_itself_ends_the_process(self):
        for x, kind in ((2, "time_out"), (3, "crash"), (5, "time_out")):
            with self.subTest(x):
                self.assertEqual(self.call(x)[0]["type"], kind)
                self.assertEqual(self.call(0)[1]["r"], 1)

    def test_time_between_two_calls_is_not_the_codes(self):
        self.call(4)
        time.sleep(0.5)
        self.assertEqual(self.call(0)[1]["r"], 2)

    def test_large_arguments_go_to_a_process_of_their_own(self):
        self.find("g")
        x = np.ones(100_000)
        steps = [{"do": "call", "target": "g", "arguments": [{"array": "x"}], "as": "r"}]
        request = {"type": "case", "stateless": True, "seconds": 5, "steps": steps, "return": ["r"]}
        for _ in range(3):
            self.assertEqual(self.ask(request, [("x", x)])[1]["r"], 100_000)
            self.assertEqual(self.call(0)[1]["r"], 1)


if __name__ == "__main__":
    unittest.main()
