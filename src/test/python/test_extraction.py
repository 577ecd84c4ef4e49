"""Submissions as they come: what is asked for is found, taken out, and works, whatever stands around it."""
import json
import unittest

import numpy as np

from worker_process import WorkerTest, convolved

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


class ExtractionTest(WorkerTest):
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

    def test_plain_file_works_without_remark(self):
        self.write("hw1.py", NP + CORRECT)
        self.assertEqual(self.works()["remarks"], [])

    def test_place_is_file_and_line(self):
        self.write("part2/conv.py", NP + CORRECT)
        found = self.works()
        self.assertEqual((found["file"], found["line"]), ("part2/conv.py", 3))

    def test_missing_imports_count_only_when_used(self):
        self.write("a.py", "import cv2, absent_package\nfrom utils import part2Plots\nimport torchvision.transforms as T\n" + NP + CORRECT
                   + "out = my_conv2d(np.load('samples_3.npy'), np.load('kernel.npy'))\npart2Plots(out)\n")
        self.works()

    def test_used_import_that_is_missing_is_named(self):
        self.write("a.py", "import absent_package\n" + NP + "def my_conv2d(a, b):\n    return absent_package.convolve(a, b)\n")
        self.find()
        reply, _ = self.call(**self.images())
        self.assertEqual((reply["type"], reply["class"], reply["line"]), ("exception", "ModuleNotFoundError", 4), reply)
        self.assertIn("absent_package", reply["message"])

    def test_module_level_training_is_not_run(self):
        self.write("a.py", NP + "loss = 1\nwhile True:\n    loss = loss * .9\n" + CORRECT.replace("out[", "loss = 0\n            out["))
        self.works()

    def test_module_level_load_of_the_parameters_name_is_not_needed(self):
        self.write("a.py", NP + "input = np.load('none.npy')\nkernel = np.load('none.npy')\n" + CORRECT)
        self.works()

    def test_helpers_and_constants_are_taken_along(self):
        self.write("a.py", NP + """
STRIDE = 1
def window(x, i, j, p, q):
    return x[:, :, i * STRIDE:i + p, j * STRIDE:j + q]
""" + CORRECT.replace("input[:, :, i:i + p, j:j + q]", "window(input, i, j, p, q)"))
        self.works()

    def test_helper_after_its_use_is_taken_along(self):
        self.write("a.py", NP + CORRECT.replace("np.zeros(", "blank(") + "\ndef blank(shape):\n    return np.zeros(shape)\n")
        self.works()

    def test_constant_that_is_changed_later_has_its_last_value(self):
        self.write("a.py", NP + "config = {}\nconfig['one'] = 5\nconfig.update(one=1)\nn_bias = 3\nn_bias -= 3\n"
                   + CORRECT.replace("return out", "return out * config['one'] + n_bias"))
        self.works()

    def test_constant_that_a_loop_fills_is_filled(self):
        self.write("a.py", NP + "table = []\nfor i in range(4):\n    table.append(i)\n" + CORRECT.replace(
            "return out", "return out * (len(table) == 4)"))
        self.works()

    def test_constant_that_fails_says_why_when_it_is_used(self):
        self.write("a.py", NP + "weights = np.load('weights.npy')\ndef my_conv2d(a, b):\n    return weights * a\n")
        self.find()
        reply, _ = self.call(**self.images())
        self.assertEqual((reply["type"], reply["class"]), ("exception", "MissingName"), reply)
        self.assertIn("weights.npy", reply["message"])

    def test_global_set_by_a_function_is_set(self):
        self.write("a.py", NP + "def setup():\n    global ONE\n    ONE = 1\nsetup()\n" + CORRECT.replace("return out", "return ONE * out"))
        self.works()

    def test_conditional_import_is_one_statement(self):
        self.write("a.py", "try:\n    import cupy as np\nexcept ImportError:\n    import numpy as np\n" + CORRECT)
        self.works()

    def test_names_of_the_main_program_are_used_with_a_remark(self):
        self.write("a.py", CORRECT + "\nif __name__ == '__main__':\n    import numpy as np\n    raise SystemExit(my_conv2d)\n")
        self.works(remark="runs only in a main program")

    def test_main_program_does_not_run(self):
        self.write("a.py", NP + CORRECT + "\nif __name__ == '__main__':\n    raise SystemExit(3)\n")
        self.works()

    def test_future_imports_are_no_obstacle(self):
        self.write("a.py", '"""A docstring."""\nfrom __future__ import print_function, division\n' + NP + CORRECT)
        self.works()

    def test_python_2_is_read(self):
        self.write("a.py", "from __future__ import division\n" + NP + CORRECT.replace("range", "xrange").replace(
            "    return out", "    print 'shape', out.shape\n    return out") + "print 'done'\nprint\n")
        self.works(remark="Python 2")

    def test_tabs_mixed_with_spaces_are_read(self):
        for columns in (4, 8):
            with self.subTest(columns):
                self.doCleanups()
                self.setUp()
                wide = "\t    for" if columns == 4 else "\tfor"
                inner = "\t\t    " if columns == 4 else "\t    "
                text = CORRECT.replace("            ", inner).replace("        for", wide)
                self.write("a.py", NP + (text.replace("    out = np", "\tout = np") if columns == 4 else text))
                self.works(remark="a tab was read as %d columns" % columns)

    def test_syntax_error_elsewhere_is_told_with_its_line(self):
        self.write("a.py", NP + "x = = 3\n" + CORRECT + "\ndef broken(:\n    pass\n")
        found = self.works(remark="a.py line 2 cannot be read")
        self.assertIn("a.py line 14 cannot be read, where broken would be defined", " ".join(found["remarks"]))

    def test_open_bracket_costs_only_its_statement(self):
        self.write("a.py", NP + "layers = [1, 2,\n" + CORRECT + "print('end'\n")
        self.works(remark="line 2")

    def test_unclosed_string_costs_only_its_statement(self):
        self.write("a.py", NP + "title = 'plot\n" + CORRECT + '\nnote = """ never closed\n')
        self.works()

    def test_merge_markers_are_no_obstacle(self):
        self.write("a.py", NP + "<<<<<<< HEAD\n" + CORRECT.replace("return out", "return 2 * out") + "=======\n" + CORRECT + ">>>>>>> b\n")
        self.works()

    def test_syntax_error_in_the_target_is_named(self):
        self.write("a.py", NP + "def my_conv2d(a, b):\n    return a +* b\n")
        found = self.find()
        self.assertEqual((found["type"], found["syntax_error"]["line"]), ("not_found", 3), found)

    def test_last_definition_of_a_file_counts(self):
        self.write("a.py", NP + CORRECT.replace("return out", "return 0 * out") + CORRECT)
        self.works()

    def test_starter_after_the_solution_does_not_hide_it(self):
        self.write("a.py", NP + CORRECT + "def my_conv2d(input, kernel):\n    pass\n")
        self.works()

    def test_implemented_file_wins_and_the_others_are_named(self):
        self.write("a.py", "def my_conv2d(input, kernel):\n    raise NotImplementedError\n")
        self.write("src/b.py", NP + CORRECT)
        self.works(remark="a.py line 1 has my_conv2d as well; it is not implemented")

    def test_other_spelling_is_taken_with_a_remark(self):
        for name in ("myconv2d", "My_Conv2D", "my_conv2d_fast", "my_con2d", "conv2d"):
            with self.subTest(name):
                self.doCleanups()
                self.setUp()
                self.write("a.py", NP + CORRECT.replace("my_conv2d", name))
                self.works(remark=name + " was taken for my_conv2d")

    def test_other_number_is_another_function(self):
        self.write("a.py", NP + CORRECT.replace("my_conv2d", "my_conv1d"))
        self.assertEqual(self.find()["type"], "not_found")

    def test_name_that_is_assigned_is_found(self):
        self.write("a.py", NP + CORRECT.replace("my_conv2d", "convolution") + "my_conv2d = convolution\n")
        self.works()

    def test_other_file_of_the_submission_is_imported_by_need(self):
        self.write("code/helpers.py", NP + "data = np.load('absent.npy')\ndef blank(shape):\n    return np.zeros(shape)\nraise SystemExit\n")
        self.write("code/a.py", NP + "from helpers import blank\n" + CORRECT.replace("np.zeros(", "blank("))
        self.works()

    def test_starred_import_of_the_submission_is_followed(self):
        self.write("helpers.py", NP + "while True:\n    pass\ndef blank(shape):\n    return np.zeros(shape)\n")
        self.write("a.py", "from helpers import *\n" + CORRECT.replace("np.zeros(", "blank("))
        self.works()

    def test_starred_import_of_a_missing_file_gives_numpy(self):
        self.write("a.py", "from utils import *\n" + CORRECT)
        self.works(remark="np without an import of its own")

    def test_relative_import_is_followed(self):
        self.write("src/helpers.py", NP + "def blank(shape):\n    return np.zeros(shape)\n")
        self.write("src/a.py", NP + "from .helpers import blank\n" + CORRECT.replace("np.zeros(", "blank("))
        self.works()

    def test_import_within_a_function_is_followed(self):
        self.write("lib/helpers.py", NP + "def blank(shape):\n    return np.zeros(shape)\n")
        self.write("a.py", NP + CORRECT.replace("    out =", "    from lib import helpers\n    out =").replace(
            "np.zeros(", "helpers.blank("))
        self.works()

    def test_files_that_import_each_other_work(self):
        self.write("a.py", NP + "import b\nONE = 1\n" + CORRECT.replace("return out", "return b.same(out)"))
        self.write("b.py", "import a\ndef same(x):\n    return x * a.ONE\n")
        self.works()

    def test_tqdm_that_is_missing_is_replaced(self):
        self.write("a.py", NP + "from tqdm import tqdm\n" + CORRECT.replace("in range(h - p + 1)", "in tqdm(range(h - p + 1))"))
        self.works()

    def test_numba_that_is_missing_is_replaced(self):
        self.write("a.py", NP + "from numba import njit, prange\n@njit(parallel=True)" + CORRECT.replace("i in range", "i in prange"))
        self.works()

    def test_decorator_that_fails_is_left_out(self):
        self.write("a.py", NP + "import absent_timer\n@absent_timer.timed" + CORRECT)
        self.works(remark="decorator")

    def test_annotations_are_not_evaluated(self):
        self.write("a.py", NP + "import absent_torch as torch\n" + CORRECT.replace(
            "(input, kernel)", "(input: torch.Tensor, kernel: 'x') -> torch.Tensor"))
        self.works()

    def test_notebook_is_read_by_cells(self):
        self.notebook("a.ipynb", "%matplotlib inline\n!pip install x \\\n   y\nimport numpy as np\n", "%%time\nx = !ls\n" + CORRECT,
                      "%%bash\nrm -r x\n", "for i in range(3):\n    %timeit i\n    ?print\nplt.show()")
        found = self.works()
        self.assertEqual((found["file"], found["line"]), ("a.ipynb cell 3", 4))

    def test_notebook_with_a_broken_cell_is_read(self):
        self.notebook("a.ipynb", NP, "this is no Python", CORRECT)
        self.works(remark="a.ipynb cell 3 line 1 cannot be read")

    def test_old_notebook_is_read(self):
        cell = {"cell_type": "code", "input": (NP + CORRECT).splitlines(True)}
        self.write("a.ipynb", json.dumps({"worksheets": [{"cells": [cell]}], "nbformat": 3}))
        self.works()

    def test_cut_notebook_is_a_remark(self):
        self.notebook("a.ipynb", NP + CORRECT)
        with open(self.folder + "/a.ipynb", "r+") as file:
            file.truncate(200)
        self.assertIn("a.ipynb was left out: it is no complete notebook", self.find()["remarks"][0])

    def test_encodings_are_read(self):
        text = NP + "# Gr\u00fc\u00dfe\n" + CORRECT
        for content in (text.encode("utf-8-sig"), text.encode("utf-16"), text.encode("latin-1"), text.replace("\n", "\r\n").encode(),
                        text.replace("\n", "\r").encode(), text.replace("    return", "\u00a0   return").encode(),
                        ("# -*- coding: iso-8859-9 -*-\n" + text).encode("latin-1"), text.encode() + b"\x00"):
            with self.subTest(content[:12]):
                self.doCleanups()
                self.setUp()
                self.write("a.py", content)
                self.works()

    def test_name_made_at_run_time_needs_the_whole_file(self):
        self.write("a.py", NP + CORRECT.replace("my_conv2d", "other") + "globals()['my_conv2d'] = other\n")
        self.works(how="module", remark="was run as a whole")

    def test_whole_file_stops_where_it_fails(self):
        self.write("a.py", NP + "import cv2, absent.part as p\np.show(cv2.imread('x'))\nexec('''%s''')\nnp.load('none.npy')\nx = 1\n" % CORRECT)
        self.works(how="module", remark="stopped the file")

    def test_base_class_that_is_missing_needs_the_whole_file(self):
        self.write("a.py", "import absent_nn as nn\nclass Conv1D(nn.Module):\n    def forward(self, x):\n        return x * 2\n")
        found = self.find("Conv1D", "class")
        self.assertEqual((found["type"], found["how"]), ("found", "module"), found)

    def test_method_and_nested_function_are_told(self):
        self.write("a.py", "class A:\n    def my_conv2d(self, x, k):\n        return x * k\n")
        found = self.find()
        self.assertEqual(found["type"], "not_found")
        self.assertIn("defines my_conv2d within A", found["remarks"][0])

    def test_class_where_a_function_is_expected_is_told(self):
        self.write("a.py", "class my_conv2d:\n    def f(self, x, k):\n        return x * k\n")
        self.assertIn("defines a class my_conv2d; expected a function", " ".join(self.find()["remarks"]))

    def test_empty_folder_has_nothing(self):
        self.assertEqual(self.find()["type"], "not_found")

    def test_links_and_hidden_folders_are_left_out(self):
        import os
        os.symlink("/etc/passwd", self.folder + "/link.py")
        os.mkfifo(self.folder + "/pipe.py")
        self.write(".ipynb_checkpoints/a.py", "def my_conv2d(a, b):\n    return a + b\n")
        self.write("__MACOSX/._a.py", b"\x00\x05\x16")
        self.write("a\nb.py", NP + CORRECT)
        self.works(remark="link.py is no regular file")

    def test_deep_nesting_is_no_crash(self):
        self.write("bomb.py", "(" * 20000 + ")" * 20000)
        self.write("a.py", NP + CORRECT)
        self.works(remark="bomb.py line 1 cannot be read")

    def test_broken_method_costs_only_itself(self):
        self.write("a.py", """
            class Conv1D:
                def __init__(self, i, o, k, s):
                    self.stride = s

                def forward(self, x):
                    return x * self.stride

                def backward(self, delta):
                    return delta *
            """)
        self.assertEqual(self.find("Conv1D", "class")["type"], "found")
        new = {"do": "construct", "target": "Conv1D", "arguments": [{"integer": n} for n in (1, 1, 1, 3)], "as": "layer"}
        run = {"do": "method", "object": "layer", "name": "forward", "arguments": [{"array": "x"}], "as": "y"}
        reply, arrays = self.case([new, run], ["y"], x=np.ones(2))
        np.testing.assert_array_equal(arrays["y"], [3, 3])
        reply, _ = self.case([new, dict(run, name="backward")], ["y"], x=np.ones(2))
        self.assertEqual(reply["class"], "SyntaxError", reply)

    def test_class_that_is_continued_in_later_cells_is_whole(self):
        self.notebook("a.ipynb", "class Conv1D:\n    def __init__(self, i, o, k, s):\n        self.s = s\n",
                      "def forward(self, x):\n    return x * self.s\nConv1D.forward = forward\n")
        self.assertEqual(self.find("Conv1D", "class")["type"], "found")

    def test_class_with_a_base_in_the_file_is_found(self):
        self.write("a.py", "class Base:\n    def forward(self, x):\n        return x * 3\nclass Conv1d(Base):\n    pass\n")
        self.assertEqual(self.find("Conv1D", "class")["type"], "found")


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
        import numpy as np
        new = {"do": "construct", "target": "TwoLayerNet", "arguments": [{"integer": n} for n in (1, 1, 1)], "as": "net"}
        train = {"do": "method", "object": "net", "name": "train", "arguments": [{"array": "x"}, {"array": "x"}], "as": "y"}
        self.assertEqual(self.case([new, train], ["y"], x=np.ones((2, 2)))[0]["type"], "not_implemented")

    def test_raise_within_a_written_function_is_not_implemented(self):
        self.write("a.py", "def my_conv2d(a, b):\n    if a.ndim == 4:\n        raise NotImplemented\n    return a * b\n")
        self.assertEqual(self.find()["type"], "found")
        self.assertEqual(self.call(**self.images())[0]["type"], "not_implemented")


if __name__ == "__main__":
    unittest.main()
