"""More submissions, of the kinds that break readers of Python: each either works or says in one sentence why not."""
import unittest

from worker_process import CORRECT, NP, ConvolutionTest

BODY = CORRECT.split("\n", 2)[2]


class OddFilesTest(ConvolutionTest):
    def works(self, *files, **more):
        for name, text in files:
            self.write(name, text)
        return " ".join(super().works(**more)["remarks"])

    def test_lambda(self):
        self.works(("a.py", NP + CORRECT.replace("my_conv2d", "other") + "my_conv2d = lambda input, kernel: other(input, kernel)\n"))

    def test_partial(self):
        self.works(("a.py", NP + "from functools import partial\n" + CORRECT.replace("my_conv2d(", "general(one, ")
                    + "my_conv2d = partial(general, 1)\n"))

    def test_method_of_an_object_at_the_top_level(self):
        self.works(("a.py", NP + "class Layer:\n    def conv(self, input, kernel):\n" + BODY.replace("\n", "\n    ").replace(
            "n, c,", "    n, c,", 1) + "\nlayer = Layer()\nmy_conv2d = layer.conv\n"))

    def test_definition_under_a_condition(self):
        text = "\n".join("    " + line for line in CORRECT.split("\n"))
        self.works(("a.py", NP + "if np.__version__ > '1':" + text + "\nelse:\n    my_conv2d = None\n"))

    def test_definition_in_a_try(self):
        text = "\n".join("    " + line for line in CORRECT.split("\n"))
        self.works(("a.py", NP + "try:\n    import cupy\n    my_conv2d = cupy.conv\nexcept ImportError:" + text + "\n"))

    def test_definition_in_the_main_program(self):
        text = "\n".join("    " + line for line in CORRECT.split("\n"))
        self.works(("a.py", NP + "if __name__ == '__main__':" + text + "\n    raise SystemExit\n"))

    def test_definition_in_the_main_program_uses_a_multi_line_string(self):
        text = "\n".join("    " + line for line in CORRECT.replace("return out", "s = '''\nab\n'''\n    return out * (len(s) == 4)").split("\n"))
        self.works(("a.py", NP + "if __name__ == '__main__':" + text.replace("    ab", "ab").replace("    '''\n", "'''\n") + "\n"))

    def test_starred_import_of_numpy(self):
        self.works(("a.py", "from numpy import *\n" + CORRECT.replace("np.", "")))

    def test_import_without_alias(self):
        self.works(("a.py", "import numpy, os.path\n" + CORRECT.replace("np.", "numpy.")))

    def test_import_within_the_function(self):
        self.works(("a.py", CORRECT.replace("    n, c", "    import numpy as np\n    n, c")))

    def test_names_of_files_are_free(self):
        for name in ("2 conv.py", "hw1-part2.py", "\u00f6dev.py", "my.conv.v2.py", "a/b c/__init__.py", "numpy.py", "random.py", "utils.py",
                     "test.py", "worker.py", "dlcourse/frames.py", "-I.py"):
            with self.subTest(name):
                self.doCleanups()
                self.setUp()
                self.works((name, NP + CORRECT))

    def test_main_file_that_imports_it_is_not_it(self):
        self.works(("main.py", "from conv import my_conv2d\nprint(my_conv2d)\n"), ("conv.py", NP + CORRECT))

    def test_notebook_beside_a_file(self):
        self.notebook("a.ipynb", "from conv import *\nmy_conv2d(1, 2)")
        self.works(("conv.py", NP + CORRECT))

    def test_file_that_a_notebook_writes(self):
        self.notebook("a.ipynb", "%%writefile conv.py\n" + NP + CORRECT)
        self.works()

    def test_two_statements_on_a_line(self):
        self.works(("a.py", "import numpy as np; k = 1; one = k\n" + CORRECT.replace("return out", "return out * one; pass")))

    def test_continued_lines(self):
        self.works(("a.py", NP + "ones = {\n'a': 1,\n}\nlong = 1 + \\\n0\n" + CORRECT.replace("return out", "return out * ones['a'] * long")
                    + "x = (\n"))

    def test_text_at_the_margin_in_a_broken_file(self):
        self.works(("a.py", NP + 'TEXT = """\nif this were code\ndef it would be wrong\n"""\nx = = 1\n' + CORRECT))

    def test_broken_constant_before_its_use_is_told(self):
        self.write("a.py", NP + "SCALE = = 2\ndef my_conv2d(a, b):\n    return a * SCALE\n")
        found = self.find()
        self.assertIn("line 2 cannot be read", " ".join(found["remarks"]))
        reply, _ = self.call(**self.images())
        self.assertEqual((reply["class"], reply["message"]), ("NameError", "name 'SCALE' is not defined"))

    def test_nested_functions_and_closures(self):
        self.works(("a.py", NP + "one = 1\n" + CORRECT.replace("    return out", """
    total = 0
    def result():
        nonlocal total
        total += one
        return [o * total for o in [out]][0]
    return result()""")))

    def test_class_attribute_and_comprehension_use_constants(self):
        self.works(("a.py", NP + "sizes = [1, 1]\nclass Config:\n    one = min(s for s in sizes)\n" + CORRECT.replace(
            "return out", "return out * Config.one")))

    def test_default_values_and_decorators_are_made(self):
        self.works(("a.py", NP + "import functools\nONE = 1\ndef noisy(f):\n    @functools.wraps(f)\n    def g(*a):\n        print('in')\n"
                    "        return f(*a)\n    return g\n@noisy" + CORRECT.replace("kernel):", "kernel, one=ONE):", 1)))

    def test_dataclass(self):
        self.works(("a.py", NP + "from dataclasses import dataclass\n@dataclass\nclass C:\n    one: int = 1\n" + CORRECT.replace(
            "return out", "return out * C().one")))

    def test_python_2_statements_elsewhere(self):
        said = self.works(("a.py", NP + "import sys\nprint >>sys.stderr, 'x'\nexec 'a = 1'\nx = `3`\n" + CORRECT + "try:\n    x = 0xFFL\n"
                           "except ValueError, e:\n    print e\n"))
        self.assertIn("cannot be read", said)

    def test_shadowed_builtin(self):
        self.works(("a.py", NP + "def sum(x):\n    return 1\n" + CORRECT.replace("return out", "return out * sum(out)")))

    def test_recursive_helper(self):
        self.works(("a.py", NP + "def one(n):\n    return 1 if n == 0 else one(n - 1)\n" + CORRECT.replace("return out", "return one(5) * out")))

    def test_endless_constant_is_a_time_out(self):
        self.limits = {"preparation_seconds": 0.5}
        self.write("a.py", NP + "x = 1\nwhile x:\n    x += 1\ndef my_conv2d(a, b):\n    return a * x\n")
        found = self.find()
        self.assertEqual((found["type"], found["failed"]["type"]), ("found", "time_out"), found)

    def test_file_without_an_end_of_line(self):
        self.works(("a.py", (NP + CORRECT).rstrip()))

    def test_large_data_in_a_file(self):
        self.works(("a.py", NP + "data = [%s]\n" % ", ".join(["0.123"] * 100000) + CORRECT))

    def test_many_files(self):
        for number in range(300):
            self.write("lib/module%d.py" % number, "def f%d(x):\n    return x\n" % number)
        self.works(("lib/z.py", NP + CORRECT))

    def test_file_of_zeros_and_binary(self):
        self.works(("zeros.py", bytes(5000)), ("binary.py", bytes(range(256)) * 20), ("z.py", NP + CORRECT))

    def test_hostile_shapes_of_notebooks(self):
        for number, text in enumerate(("[]", "{}", '{"cells": 3}', '{"cells": [3, null, {"cell_type": "code", "source": 3}]}', "[" * 100000,
                                       '{"cells": [{"cell_type": "code"}]}', '{"worksheets": [3]}')):
            self.write("n%d.ipynb" % number, text)
        self.works(("z.py", NP + CORRECT))

    def test_code_that_ends_the_process_while_it_is_loaded(self):
        self.write("a.py", "import os\nx = os._exit(3)\ndef my_conv2d(a, b):\n    return a * x\n")
        self.assertEqual(self.find()["type"], "crash")

    def test_course_files_that_import_what_is_missing(self):
        self.works(("utils.py", "import torchvision\ndef part2Plots(x):\n    torchvision.utils.make_grid(x)\n"),
                   ("a.py", NP + "from utils import part2Plots\n" + CORRECT.replace("return out", "part2Plots\n    return out")))

    def test_plots_within_the_function(self):
        self.works(("a.py", NP + "import matplotlib.pyplot as plt\n" + CORRECT.replace(
            "return out", "plt.imshow(out[0])\n    plt.show()\n    return out")))

    def test_helper_that_is_defined_again(self):
        self.works(("a.py", NP + "def pad(x): return x * 0\n" + CORRECT.replace("return out", "return pad(out)") + "def pad(x): return x\n"))

    def test_forms_of_assignment(self):
        self.works(("a.py", NP + "(a, b), *rest = (1, 2), 3\nd = e = 1\nfor u in [1]: pass\nwith open('/dev/null') as z: t = 1\n"
                    + CORRECT.replace("return out", "return out * a * d * e * u * t * (rest[0] - 2)")))

    def test_prints_of_python_2_within_the_function(self):
        self.works(("a.py", NP + CORRECT.replace("return out", "print 'a %d' % 3,\n    print('x') , 3\n    return out")))

    def test_chain_of_starred_imports(self):
        self.works(("base.py", NP), ("mid.py", "from base import *\nK = 1\n"),
                   ("a.py", "from mid import *\n" + CORRECT.replace("return out", "return out * K")))

    def test_packages_of_the_submission(self):
        self.works(("src/layers/__init__.py", "from .c import blank\n"), ("src/layers/c.py", NP + "def blank(s): return np.zeros(s)\n"),
                   ("src/a.py", NP + "from src.layers import blank\nimport src.layers.c as cc\n" + CORRECT.replace("np.zeros(", "cc.blank(")))

    def test_class_that_extends_itself_in_a_later_cell(self):
        self.notebook("a.ipynb", "class Conv1D:\n    def forward(self, x):\n        return 2 * x\n",
                      "class Conv1D(Conv1D):\n    def backward(self, d):\n        return 3 * d\n")
        self.find("Conv1D", "class")
        run = {"do": "method", "object": "layer", "name": "forward", "arguments": [{"number": 1.5}], "as": "y"}
        _, arrays = self.case([{"do": "construct", "target": "Conv1D", "as": "layer"}, run], ["y"])
        self.assertEqual(arrays["y"], 3)

    def test_missing_base_is_told_once(self):
        self.write("a.py", "from absent import nn\nclass Conv1D(nn.Module):\n    def forward(self, x):\n        return 2 * x\n")
        found = self.find("Conv1D", "class")
        self.assertIn("a.py was run as a whole: 'nn' is used, and its import failed here: No module named 'absent'", found["remarks"])

    def test_future_annotations(self):
        self.works(("a.py", "from __future__ import annotations\n" + NP + CORRECT))

    def test_torch_style_class_is_found_by_other_names(self):
        self.write("a.py", "class TwoLayerNetwork:\n    def loss(self, X):\n        return X * 2\n")
        found = self.find("TwoLayerNet", "class", also=["TwoLayerNetwork"])
        self.assertEqual((found["type"], found["name"]), ("found", "TwoLayerNetwork"))


if __name__ == "__main__":
    unittest.main()
