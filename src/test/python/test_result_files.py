"""Result files as they come: what each array is, and what is said where it does not show."""
import collections
import io
import json
import os
import pickle
import struct
import unittest
import zipfile

import numpy as np

from worker_process import WorkerTest


class Attack:
    """Runs a command when it is unpickled in the ordinary way."""

    def __reduce__(self):
        return os.system, ("touch attacked",)


class Tensor:
    """Pickles as torch's tensors do, without torch."""

    def __init__(self, array):
        self.array = array




class ResultsTest(WorkerTest):
    def part3(self, n=1350, **more):
        content = {"name": "cnn_3", "loss_curve": [1.0] * n, "train_acc_curve": [0.5] * n, "val_acc_curve": [0.4] * n,
                   "test_acc": 0.6, "weights": np.ones((16, 9)).tolist()}
        content.update(more)
        return content

    def read(self):
        reply, arrays = self.ask({"type": "read_results"})
        self.assertEqual(reply["type"], "results", reply)
        self.said = "\n".join(reply["understood"])
        self.problems = "\n".join(reply["problems"])
        self.parts = reply["parts"]
        self.unused = reply["unused"]
        return arrays

    def test_handouts_own_form_is_read(self):
        self.write("part3_cnn_3.json", json.dumps(self.part3()))
        arrays = self.read()
        self.assertEqual(self.problems, "")
        self.assertEqual(list(self.parts["part3"]), ["cnn_3"])
        self.assertEqual({key: array.shape for key, array in arrays.items()}, {
            "part3/cnn_3/loss_curve": (1350,), "part3/cnn_3/train_acc_curve": (1350,), "part3/cnn_3/val_acc_curve": (1350,),
            "part3/cnn_3/test_acc": (), "part3/cnn_3/weights": (16, 9)})

    def test_percent_is_told_for_each_array_by_itself(self):
        self.write("part3_cnn_3.json", json.dumps(self.part3(test_acc=58.7, train_acc_curve=[10.0, 60.0])))
        arrays = self.read()
        self.assertAlmostEqual(float(arrays["part3/cnn_3/test_acc"]), 0.587)
        np.testing.assert_allclose(arrays["part3/cnn_3/train_acc_curve"], [0.1, 0.6])
        np.testing.assert_allclose(arrays["part3/cnn_3/val_acc_curve"][:1], [0.4])
        self.assertIn("test_acc is in percent", self.said)

    def test_cut_json_is_kept_and_its_end_told(self):
        text = json.dumps(self.part3())
        self.write("part3_cnn_3.json", text[: text.index("val_acc_curve") + 50])
        arrays = self.read()
        self.assertEqual(arrays["part3/cnn_3/train_acc_curve"].size, 1350)
        self.assertEqual(arrays["part3/cnn_3/val_acc_curve"].size, 6)
        self.assertRegex(self.problems, r"cut off at character \d+, within 'val_acc_curve' after 6 values")

    def test_keys_with_spaces_and_other_letters_are_understood(self):
        content = {"Name": "MPL-1", "Loss Curve ": [1], "train acc curve": [.5], "validation_accuracy": [.4], "Test Acc": .4}
        self.write("q.json", json.dumps(content))
        arrays = self.read()
        self.assertEqual(sorted(arrays), ["part3/mlp_1/loss_curve", "part3/mlp_1/test_acc", "part3/mlp_1/train_acc_curve",
                                          "part3/mlp_1/val_acc_curve"])
        self.assertIn("'validation_accuracy' is val_acc_curve", self.said)

    def test_parts_numbered_one_lower_are_told(self):
        self.write("part2_cnn3.pkl", pickle.dumps(self.part3(name="cnn3")))
        relu = {"name": "cnn3", "relu_loss_curve": [1], "sigmoid loss curve": [2], "relu_grad_curve": [3], "sigmoid_gradient": [-4]}
        self.write("question_3_cnn3.pkl", pickle.dumps(relu))
        arrays = self.read()
        self.assertEqual(sorted(self.parts), ["part3", "part4"])
        self.assertEqual(arrays["part4/cnn_3/sigmoid_grad_curve"], [-4])
        self.assertIn("one lower", self.said)

    def test_learning_rates_are_told_by_their_zeros(self):
        for keys in (("loss_curve_1", "loss_curve_01", "loss_curve_001"), ("loss 0.1", "loss 0.01", "loss 0.001"),
                     ("losscurve_01", "losscurve_001", "losscurve_0001"), ("loss_1e-1", "loss_1e-2", "loss_1e-3"),
                     ("loss_lr_0_1", "loss_lr_0_01", "loss_lr_0_001")):
            with self.subTest(keys):
                self.doCleanups()
                self.setUp()
                self.write("part5_cnn_4.json", json.dumps({key: [float(i)] for i, key in enumerate(keys)}))
                arrays = self.read()
                self.assertEqual({key: array.tolist() for key, array in arrays.items()}, {
                    "part5/cnn_4/loss_curve_1": [0], "part5/cnn_4/loss_curve_01": [1], "part5/cnn_4/loss_curve_001": [2]})

    def test_any_number_of_points_is_read(self):
        for n in (0, 750, 1620, 2490):
            with self.subTest(n):
                self.doCleanups()
                self.setUp()
                self.write("part3_cnn_3.json", json.dumps(self.part3(n)))
                self.assertEqual(self.read()["part3/cnn_3/loss_curve"].size, n)
                self.assertIn("(%s points)" % format(n, ","), self.said)
                self.assertEqual("loss_curve is empty" in self.problems, n == 0)

    def test_runs_are_averaged_and_columns_flattened(self):
        self.write("part3_cnn_3.json", json.dumps(self.part3(loss_curve=[[1, 2, 3], [3, 4, 5]], val_acc_curve=[[.1], [.2]])))
        arrays = self.read()
        np.testing.assert_array_equal(arrays["part3/cnn_3/loss_curve"], [2, 3, 4])
        np.testing.assert_array_equal(arrays["part3/cnn_3/val_acc_curve"], [.1, .2])
        self.assertIn("2 runs of 3 points", self.said)

    def test_best_of_several_test_accuracies_is_taken(self):
        self.write("part3_cnn_3.json", json.dumps(self.part3(test_acc=[.5, .6, .55])))
        self.assertEqual(float(self.read()["part3/cnn_3/test_acc"]), .6)

    def test_pickles_of_numpy_are_read_in_every_protocol(self):
        for protocol in range(6):
            with self.subTest(protocol):
                self.doCleanups()
                self.setUp()
                content = collections.OrderedDict(self.part3(loss_curve=np.arange(3, dtype=np.float32), test_acc=np.float64(.5),
                                                             val_acc_curve=[np.float32(.25), np.float32(.5)]))
                self.write("part3_cnn_3.pkl", pickle.dumps(content, protocol))
                arrays = self.read()
                self.assertEqual(self.problems, "")
                np.testing.assert_array_equal(arrays["part3/cnn_3/loss_curve"], [0, 1, 2])
                np.testing.assert_array_equal(arrays["part3/cnn_3/val_acc_curve"], [.25, .5])

    def test_pickle_that_runs_code_does_not(self):
        self.write("part3_cnn_3.pkl", pickle.dumps(self.part3(extra=Attack())))
        arrays = self.read()
        self.assertEqual(arrays["part3/cnn_3/loss_curve"].size, 1350)
        self.assertIn("it asks for posix.system, which is not opened", self.problems)
        self.assertFalse(os.path.exists("attacked") or os.path.exists(self.folder + "/attacked"))

    def test_object_of_a_students_class_does_not_hide_the_rest(self):
        self.write("part3_cnn_3.pkl", pickle.dumps(self.part3(model=Tensor(np.ones(2)))))
        self.assertEqual(self.read()["part3/cnn_3/loss_curve"].size, 1350)
        self.assertIn("Tensor, which is not opened", self.problems)

    def test_dictionary_in_npy_is_read_as_a_pickle(self):
        stream = io.BytesIO()
        np.save(stream, self.part3(extra=Attack()), allow_pickle=True)
        self.write("part3_cnn_3.npy", stream.getvalue())
        self.assertEqual(self.read()["part3/cnn_3/loss_curve"].size, 1350)
        self.assertFalse(os.path.exists("attacked"))

    def test_npz_is_read(self):
        stream = io.BytesIO()
        np.savez(stream, **{key: value for key, value in self.part3().items() if key != "name"})
        self.write("part3_cnn4.npz", stream.getvalue())
        self.assertEqual(self.read()["part3/cnn_4/loss_curve"].size, 1350)

    def test_archive_that_grows_is_refused(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            header = b"\x93NUMPY\x01\x00" + struct.pack("<H", 118)
            text = b"{'descr': '|u1', 'fortran_order': False, 'shape': (3000000000,), }".ljust(117) + b"\n"
            with archive.open("loss_curve.npy", "w") as member:
                member.write(header + text)
                for _ in range(1100):
                    member.write(bytes(1 << 20))
        self.write("part3_cnn4.npz", stream.getvalue())
        self.read()
        self.assertIn("when unpacked", self.problems)

    def test_header_that_asks_for_too_much_is_refused(self):
        stream = io.BytesIO()
        np.lib.format.write_array_header_1_0(stream, {"descr": "<f8", "fortran_order": False, "shape": (1 << 40,)})
        self.write("part3_cnn4_loss.npy", stream.getvalue())
        self.read()
        self.assertIn("it ends after", self.problems)

    def test_one_file_a_curve_is_put_together(self):
        for name in ("loss_curve", "train_acc", "val_acc", "test_acc"):
            stream = io.BytesIO()
            np.save(stream, np.full(3, .5))
            self.write("results/cnn5/part3_%s.npy" % name, stream.getvalue())
        arrays = self.read()
        self.assertEqual(sorted(arrays), ["part3/cnn_5/loss_curve", "part3/cnn_5/test_acc", "part3/cnn_5/train_acc_curve",
                                          "part3/cnn_5/val_acc_curve"])

    def test_files_of_a_network_are_listed(self):
        np.save(os.path.join(self.folder, "part3_cnn_3_loss_curve.npy"), np.ones(3))
        np.save(os.path.join(self.folder, "part3_cnn_3_val_acc.npy"), np.ones(3))
        self.read()
        self.assertEqual(self.parts["part3"]["cnn_3"]["files"], ["part3_cnn_3_loss_curve.npy", "part3_cnn_3_val_acc.npy"])

    def test_all_networks_in_one_file_are_read(self):
        self.write("part3.json", json.dumps([self.part3(name="mlp_1"), self.part3(name="cnn_5")]))
        self.write("part4.json", json.dumps({"mlp1": {"relu_loss": [1]}, "cnn_3": {"relu_loss": [1]}}))
        self.read()
        self.assertEqual({part: sorted(one) for part, one in self.parts.items()},
                         {"part3": ["cnn_5", "mlp_1"], "part4": ["cnn_3", "mlp_1"]})

    def test_keys_may_name_the_network(self):
        content = {"loss_curve_mlp_1": [1], "loss_curve_cnn3": [2], "cnn3_test_acc": .5, "epochs": 15}
        self.write("part3.pkl", pickle.dumps(content))
        arrays = self.read()
        self.assertEqual(sorted(arrays), ["part3/cnn_3/loss_curve", "part3/cnn_3/test_acc", "part3/mlp_1/loss_curve"])

    def test_name_that_was_copied_gives_way_to_the_files(self):
        self.write("part3_cnn_3.json", json.dumps(self.part3()))
        self.write("part3_cnn_4.json", json.dumps(self.part3()))
        self.read()
        self.assertEqual(sorted(self.parts["part3"]), ["cnn_3", "cnn_4"])
        self.assertIn("its name says cnn_4 and its content cnn_3", self.problems)

    def test_json_in_json_and_printed_dictionaries_are_read(self):
        self.write("part3_cnn_3.json", json.dumps(json.dumps(self.part3())))
        self.write("part3_cnn_4.json", str(self.part3(name="cnn_4")))
        self.read()
        self.assertEqual(sorted(self.parts["part3"]), ["cnn_3", "cnn_4"], self.problems)

    def test_damaged_files_are_told(self):
        self.write("part3_a.pkl", b"\x80\x04\x95")
        self.write("part3_b.npy", b"\x93NUMPY")
        self.write("part3_c.npz", b"PK\x03\x04")
        self.write("part3_d.json", "")
        self.write("part3_e.json", "{not")
        self.write("part3_f.json", json.dumps({"epochs": [1]}))
        self.write("part3_g.json", json.dumps(self.part3(loss_curve=[[1], [1, 2]], val_acc_curve="none")))
        os.symlink("/etc/shadow", self.folder + "/part3_h.json")
        self.read()
        for letter in "abcdefgh":
            self.assertIn("part3_%s" % letter, self.problems)
        self.assertIn("no key is that of a curve; found 'epochs'", self.problems)
        self.assertIn("'loss_curve' is no array of numbers", self.problems)

    def test_files_that_give_nothing_are_listed_with_the_part_of_their_name(self):
        self.write("part3_cnn_3.json", json.dumps(self.part3()))
        self.write("part4_cnn_3.json", "")
        self.write("hw/part5.json", "{}")
        self.write("notes.json", "{}")
        self.read()
        self.assertEqual(self.unused, [{"file": "notes.json", "part": None}, {"file": "part4_cnn_3.json", "part": 4},
                                       {"file": "hw/part5.json", "part": 5}])

    def test_second_file_of_a_network_is_told(self):
        self.write("a/part3_cnn_3.json", json.dumps(self.part3()))
        self.write("b/part3_cnn_3.json", json.dumps(self.part3()))
        self.read()
        self.assertIn("this file was left out", self.problems)

    def test_other_json_files_are_no_problem_of_the_worker(self):
        self.write("package.json", "[1, 2, 3]")
        self.read()
        self.assertEqual(self.parts, {})


if __name__ == "__main__":
    unittest.main()
