"""Forms of files: notebooks, encodings, files that must run as a whole, classes, and what is left out."""
import json
import os
import unittest

import numpy as np

from worker_process import CORRECT, NP, ConvolutionTest


class FormsTest(ConvolutionTest):
    def test_notebook_is_read_by_cells(self):
        self.notebook("a.ipynb", "%matplotlib inline\n!pip install x \\\n   y\nimport numpy as np\n", "%%time\nx = !ls\n" + CORRECT,
                      "%%bash\nrm -r x\n", "for i in range(3):\n    %timeit i\n    ?print\nplt.show()")
        found = self.works()
        self.assertEqual((found["file"], found["line"]), ("a.ipynb cell 3", 4))

    def test_remainder_at_the_begin_of_a_line_is_no_magic(self):
        self.notebook("a.ipynb", "%matplotlib inline\n" + NP + "print('%d'\n      % 3)\nx = (7\n    % 3)\n" + CORRECT.replace(
            "return out", "return out * x"))
        self.works()

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


if __name__ == "__main__":
    unittest.main()
