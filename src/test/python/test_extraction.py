"""Submissions as they come: what is asked for is taken out of its file and works, whatever stands around it."""
import unittest

from worker_process import CORRECT, NP, ConvolutionTest


class ExtractionTest(ConvolutionTest):
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


if __name__ == "__main__":
    unittest.main()
