"""Starters as courses hand them out, and functions that only look like them."""
import unittest

import numpy as np

from worker_process import WorkerTest


class NotImplementedTest(WorkerTest):
    STARTERS = (
        "pass", "...", "'''Convolve.'''", "raise NotImplementedError", "raise NotImplementedError('todo')", "raise NotImplemented",
        "return None", "return", "return NotImplemented", "out = None\n    return out", "n = input.shape[0]\n    return np.zeros((n, 2))",
        "print('todo')", "n, c, h, w = input.shape\n    out = np.zeros((n, c))\n    # your code here\n    pass\n    return out",
        "assert input.ndim == 4\n    raise NotImplemented", "return 0.", "for i in range(3):\n        pass\n    return None",
    )
    WRITTEN = (
        "return input", "return input + kernel", "out = np.zeros(3)\n    out[0] = input[0]\n    return out", "return 42",
        "out = []\n    out.append(1)\n    return out", "out = np.zeros(3)\n    for x in input:\n        out += x\n    return out",
        "out = np.zeros(3)\n    np.add.at(out, 0, input)\n    return out", "if input is None:\n        raise NotImplementedError\n    return input * 2",
    )

    def test_starters_are_not_implemented(self):
        for body in self.STARTERS:
            with self.subTest(body):
                self.doCleanups()
                self.setUp()
                self.write("a.py", "import numpy as np\ndef my_conv2d(input, kernel):\n    %s\n" % body)
                self.assertEqual(self.find()["type"], "not_implemented")

    def test_written_functions_are_not_taken_for_starters(self):
        for body in self.WRITTEN:
            with self.subTest(body):
                self.doCleanups()
                self.setUp()
                self.write("a.py", "import numpy as np\ndef my_conv2d(input, kernel):\n    %s\n" % body)
                self.assertEqual(self.find()["type"], "found")

    def test_class_whose_methods_are_empty_is_not_implemented(self):
        self.write("a.py", """
            import numpy as np
            class Conv1D():
                def __init__(self, in_channel, out_channel, kernel_size, stride):
                    self.W = np.random.normal(0, 1, (out_channel, in_channel, kernel_size))
                    self.b = np.zeros(out_channel)
                def __call__(self, x):
                    return self.forward(x)
                def forward(self, x):
                    self.batch, __, self.width = x.shape
                    assert __ == self.in_channel
                    raise NotImplemented
                def backward(self, delta):
                    # self.db = ???
                    raise NotImplemented
            """)
        self.assertEqual(self.find("Conv1D", "class")["type"], "not_implemented")

    def test_method_that_is_empty_says_so_when_it_is_reached(self):
        self.write("a.py", """
            class TwoLayerNet(object):
                def __init__(self, a, b, c, std=1e-4):
                    self.params = {'W1': a}
                def loss(self, X, y=None, reg=0.0):
                    W1 = self.params['W1']
                    N, D = X.shape
                    scores = 0.
                    pass
                    if y is None:
                        return scores
                    loss = 0.
                    grads = {}
                    return loss, grads
                def train(self, X, y):
                    history = []
                    for it in range(3):
                        loss, grads = self.loss(X, y)
                        history.append(loss)
                    return {'loss_history': history}
            """)
        found = self.find("TwoLayerNet", "class")
        self.assertEqual((found["type"], found["unfinished"]), ("found", ["loss"]))
        new = {"do": "construct", "target": "TwoLayerNet", "arguments": [{"integer": n} for n in (1, 1, 1)], "as": "net"}
        train = {"do": "method", "object": "net", "name": "train", "arguments": [{"array": "x"}, {"array": "x"}], "as": "y"}
        self.assertEqual(self.case([new, train], ["y"], x=np.ones((2, 2)))[0]["type"], "not_implemented")

    def test_raise_within_a_written_function_is_not_implemented(self):
        self.write("a.py", "def my_conv2d(a, b):\n    if a.ndim == 4:\n        raise NotImplemented\n    return a * b\n")
        self.assertEqual(self.find()["type"], "found")
        self.assertEqual(self.call(**self.images())[0]["type"], "not_implemented")


if __name__ == "__main__":
    unittest.main()
