"""Reads the answers to a handout's questions: a text with a heading for each question."""
import os
import re

from dlcourse import sources

STEMS = ("answers", "answer")
ENDINGS = (".md", ".markdown", ".txt")
LARGEST = 8 << 20
LONGEST_HEADING = 200
LONGEST_TEXT = 20_000
LONGEST_TOGETHER = 300_000
HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
FENCE = re.compile(r" {0,3}(```|~~~)")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def is_one(path):
    """Whether a file is one of answers, by its name."""
    stem, ending = os.path.splitext(os.path.basename(path))
    return stem.lower() in STEMS and ending.lower() in ENDINGS


def answer(folder, answers):
    """In a child: sends headings with the text below each."""
    answers.running()
    paths = [path for path in sources.files(folder, []) if is_one(path)]
    if not paths:
        answers.send({"type": "answers", "file": None, "sections": [], "remarks": []})
        return
    name = sources.shown(paths[0])
    remarks = ["%s was left out: %s is read." % (sources.shown(other), name) for other in paths[1:]]
    try:
        text = sources.decoded(sources.content_of(os.path.join(folder, paths[0]), LARGEST))
    except (ValueError, OSError, MemoryError) as error:
        answers.send({"type": "bad_result", "what": "%s cannot be read: %s" % (name, str(error)[:300])})
    else:
        answers.send({"type": "answers", "file": name, "sections": sections(text, remarks), "remarks": remarks})


def sections(text, remarks):
    """Headings outside of code with the text below each, as far as they are of a length that a person reads."""
    found, fence, room = [], None, LONGEST_TOGETHER
    for line in CONTROL.sub(" ", text).split("\n"):
        mark = FENCE.match(line)
        if mark:
            fence = None if fence == mark.group(1) else fence or mark.group(1)
        heading = None if fence or mark else HEADING.match(line)
        if heading:
            found.append([heading.group(1), []])
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            found.append(["", [line]])
    result = []
    for heading, lines in found:
        body = "\n".join(lines).strip()
        kept = body[: min(LONGEST_TEXT, room)]
        if len(kept) < len(body):
            remarks.append("The text below \"%s\" was cut after %d characters." % (heading[:60], len(kept)))
        room -= len(kept)
        if room > 0 or kept:
            result.append({"heading": heading[:LONGEST_HEADING], "text": kept})
    return result[:1000]
