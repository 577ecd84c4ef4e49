"""Readers of single files: torch's, JSON that is cut off, and names."""
import collections
import io
import pickle
import struct
import sys
import types
import unittest
import zipfile

import numpy as np

import worker_process  # noqa: F401  it puts the worker on the path
from dlcourse import curves, cut_json, pickles


class TorchFilesTest(unittest.TestCase):
    """Files of torch.save, made without torch: the names of its functions stand in the pickle."""

    def saved(self):
        def module(name, **content):
            made = types.ModuleType(name)
            for key, value in content.items():
                value.__module__, value.__qualname__, value.__name__ = name, key, key
                setattr(made, key, value)
            sys.modules[name] = made
            self.addCleanup(sys.modules.pop, name)
            return made

        def rebuild(*_):
            return None

        class FloatStorage:
            pass

        module("torch", FloatStorage=FloatStorage)
        module("torch._utils", _rebuild_tensor_v2=rebuild)

        class Stored:
            pass

        class Saved:
            def __reduce__(self):
                return rebuild, (Stored(), 1, (2, 2), (2, 1), False, collections.OrderedDict())

        class Pickler(pickle.Pickler):
            def persistent_id(self, one):
                return ("storage", FloatStorage, "0", "cpu", 5) if isinstance(one, Stored) else None

        stream = io.BytesIO()
        Pickler(stream, 2).dump({"loss_curve": Saved()})
        return stream.getvalue()

    def test_newer_format_is_read(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("archive/data.pkl", self.saved())
            archive.writestr("archive/data/0", np.arange(5, dtype="<f4").tobytes())
        unopened = []
        np.testing.assert_array_equal(pickles.load(stream.getvalue(), unopened)["loss_curve"], [[1, 2], [3, 4]])
        self.assertEqual(unopened, [])

    def test_older_format_is_read(self):
        content = pickle.dumps(pickles.LEGACY_MAGIC, 2) + pickle.dumps(1001, 2) + pickle.dumps({}, 2) + self.saved()
        content += pickle.dumps(["0"], 2) + struct.pack("<q", 5) + np.arange(5, dtype="<f4").tobytes()
        np.testing.assert_array_equal(pickles.load(content, [])["loss_curve"], [[1, 2], [3, 4]])

    def test_tensor_beyond_its_storage_is_refused(self):
        for offset, size, stride in ((4, (2,), (1,)), (-1, (1,), (1,)), (0, (2,), (-1,)), (0, (3, 3), (3, 1))):
            self.assertRaises(pickle.UnpicklingError, pickles.rebuilt, np.zeros(5), offset, size, stride)


class CutJsonTest(unittest.TestCase):
    def test_every_cut_is_told_or_refused(self):
        text = '{"name": "a\\"b", "x": [1, -2.5e3, NaN, null, true], "y": {"z": [[1, 2], [3]]}, "w": "end"}'
        for end in range(1, len(text)):
            remarks = []
            try:
                value = cut_json.load(text[:end], remarks)
            except ValueError:
                continue
            self.assertIsInstance(value, dict)
            self.assertEqual(len(remarks), 1, text[:end])
        self.assertEqual(cut_json.load(text, [])["y"]["z"][1], [3])

    def test_number_that_may_be_cut_is_left_out(self):
        self.assertEqual(cut_json.load("[1, 2, 34", []), [1, 2])

    def test_objects_one_after_the_other_are_a_list(self):
        self.assertEqual(cut_json.load('{"a": 1}\n{"a": 2}\n', []), [{"a": 1}, {"a": 2}])


class NamesTest(unittest.TestCase):
    def test_networks(self):
        for text, expected in (("cnn3", "cnn_3"), ("mpl_1", "mlp_1"), ("question_3_cnn3.pkl", "cnn_3"), ("CNN-5", "cnn_5"),
                               ("mlp 2", "mlp_2"), ("part3_MLP1_results", "mlp_1"), ("resnet", None), ("cnn_12", None)):
            self.assertEqual(curves.network(text), expected, text)

    def test_parts(self):
        for text, expected in (("part3_cnn_3", 3), ("question_3_cnn3", 3), ("Q4-mlp", 4), ("hw1_p5", 5), ("cnn_3", None), ("map3", None)):
            self.assertEqual(curves.part(text), expected, text)

    def test_curves(self):
        for text, expected in (("loss_curve", "loss_curve"), ("training loss", "loss_curve"), ("train_acc", "train_acc_curve"),
                               ("trainingAccuracy", "train_acc_curve"), ("valAccCurve", "val_acc_curve"), ("testacc", "test_acc"),
                               ("relu grad curve", "relu_grad_curve"), ("sigmoidLoss", "sigmoid_loss_curve"), ("weights", "weights"),
                               ("val_loss", None), ("epochs", None), ("accuracy", None), ("name", None)):
            found = curves.curve(text)
            self.assertEqual(found and found.name, expected, text)


if __name__ == "__main__":
    unittest.main()
