"""Answers as students write them."""
import unittest

from worker_process import WorkerTest


class AnswersTest(WorkerTest):
    def read(self, text, name="answers.md"):
        self.write(name, text)
        reply, _ = self.ask({"type": "read_answers"})
        self.assertEqual(reply["type"], "answers", reply)
        self.remarks = reply["remarks"]
        return [(one["heading"], one["text"]) for one in reply["sections"]]

    def test_text_belongs_to_the_heading_above_it(self):
        self.assertEqual(
            self.read("My answers\n\n# ANN-3.2\nfirst\n\nsecond\n### 4.2 ##\nthird\n"),
            [("", "My answers"), ("ANN-3.2", "first\n\nsecond"), ("4.2", "third")])

    def test_comment_in_code_is_no_heading(self):
        self.assertEqual(self.read("## ANN-3.2\n```python\n# comment\n```\nend\n"), [("ANN-3.2", "```python\n# comment\n```\nend")])

    def test_long_text_is_cut_with_a_remark(self):
        (_, text), = self.read("## ANN-3.2\n" + "a" * 30000)
        self.assertEqual(len(text), 20000)
        self.assertEqual(self.remarks, ['The text below "ANN-3.2" was cut after 20000 characters.'])

    def test_all_texts_together_are_cut_too(self):
        sections = self.read("".join("## Q%d\n%s\n" % (i, "a" * 19000) for i in range(40)))
        self.assertLessEqual(sum(len(text) for _, text in sections), 300000)

    def test_other_encodings_and_line_ends_are_read(self):
        self.assertEqual(self.read("## ANN-3.2\r\nGrün\r\n".encode("latin-1")), [("ANN-3.2", "Grün")])

    def test_no_file_is_told(self):
        self.write("notes.md", "# ANN-3.2")
        self.assertIsNone(self.ask({"type": "read_answers"})[0]["file"])

    def test_second_file_is_named(self):
        self.write("hw/answers.txt", "old")
        self.read("# ANN-3.2\nnew")
        self.assertEqual(self.remarks, ["hw/answers.txt was left out: answers.md is read."])


if __name__ == "__main__":
    unittest.main()
