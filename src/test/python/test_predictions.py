"""Predicted labels as students write them."""
import io
import os
import pickle
import unittest

import numpy as np

from worker_process import WorkerTest


class PredictionsTest(WorkerTest):
    def labels(self, name, text):
        self.write(name, text)
        reply, arrays = self.ask({"type": "read_predictions"})
        self.assertEqual(reply["type"], "predictions", reply)
        self.remarks = "\n".join(reply["remarks"])
        names = reply["names"]
        return [names[one] if names else int(one) for one in arrays["labels"]]

    def problem(self, name, text):
        self.write(name, text)
        reply, _ = self.ask({"type": "read_predictions"})
        self.assertEqual(reply["type"], "bad_result", reply)
        return reply["what"]

    def saved(self, array):
        stream = io.BytesIO()
        np.save(stream, array, allow_pickle=True)
        return stream.getvalue()

    def test_one_label_a_line_is_read(self):
        self.assertEqual(self.labels("predictions.txt", "3\n8\n0\n"), [3, 8, 0])

    def test_header_is_left_out(self):
        self.assertEqual(self.labels("Predictions.csv", "label\r\n3\r\n8.0\r\n"), [3, 8])
        self.assertIn('The first line, "label", was taken as a header.', self.remarks)

    def test_index_orders_the_labels(self):
        self.assertEqual(self.labels("predictions.csv", "id,label\n2,5\n1,4\n3,6\n"), [4, 5, 6])
        self.assertIn("which begin at 1", self.remarks)

    def test_index_column_needs_no_header(self):
        self.assertEqual(self.labels("predictions.txt", "0 7\n1 8\n2 9\n"), [7, 8, 9])

    def test_names_of_classes_are_read(self):
        self.assertEqual(self.labels("preds.csv", "index;class\n0;cat\n1;dog\n2;cat\n"), ["cat", "dog", "cat"])

    def test_names_without_a_header_are_all_labels(self):
        self.assertEqual(self.labels("predictions.txt", "cat\ndog\n"), ["cat", "dog"])

    def test_all_labels_in_one_line_are_read(self):
        self.assertEqual(self.labels("predictions.csv", "3,8,0,1\n"), [3, 8, 0, 1])

    def test_arrays_of_labels_and_of_probabilities_are_read(self):
        self.assertEqual(self.labels("hw/predictions.npy", self.saved(np.array([[3], [8]], np.uint8))), [3, 8])
        self.assertEqual(self.labels("predictions.npy", self.saved(np.array([[0.1, 0.9], [0.8, 0.2]]))), [1, 0])
        self.assertIn("the column of the largest number", self.remarks)

    def test_no_file_is_told(self):
        self.write("part3.py", "predictions = 1")
        self.assertIsNone(self.ask({"type": "read_predictions"})[0]["file"])

    def test_second_file_is_named(self):
        self.write("old/predictions.csv", "1\n")
        self.assertEqual(self.labels("predictions.txt", "3\n"), [3])
        self.assertIn("old/predictions.csv was left out: predictions.txt is read.", self.remarks)

    def test_what_is_no_label_is_told(self):
        self.assertIn("it is empty", self.problem("predictions.csv", ""))
        self.assertIn("label 2 is 1.5", self.problem("predictions.csv", "3\n1.5\n"))
        self.assertIn("label 2 is nan", self.problem("predictions.csv", "3\nnan\n"))
        self.assertIn("has the index 1 more than once", self.problem("predictions.csv", "id,label\n1,3\n1,4\n"))
        self.assertIn("entry 3 has 1 columns", self.problem("predictions.csv", "id,label\n0,3\n4\n"))
        self.assertIn("none of them named", self.problem("predictions.csv", "1,2,3\n4,5,6\n"))
        self.assertIn("header and no line", self.problem("predictions.csv", "id,label\n"))

    def test_damaged_arrays_are_told(self):
        self.assertIn("does not begin as", self.problem("predictions.npy", "3\n"))
        os.remove(os.path.join(self.folder, "predictions.npy"))
        self.assertIn("expected 72 bytes got 64", self.problem("predictions.npy", self.saved(np.zeros(9))[:-8]))

    def test_pickle_in_an_array_does_not_run(self):
        class Attack:
            def __reduce__(self):
                return os.system, ("touch %s" % os.path.join(self.folder, "attacked"),)

            folder = self.folder

        self.problem("predictions.npy", self.saved(np.array([Attack()], dtype=object)))
        self.assertFalse(os.path.exists(os.path.join(self.folder, "attacked")))

    def test_result_files_leave_predictions_alone(self):
        self.write("predictions.npy", self.saved(np.zeros(9)))
        reply, _ = self.ask({"type": "read_results"})
        self.assertEqual((reply["problems"], reply["unused"]), ([], []))


if __name__ == "__main__":
    unittest.main()
