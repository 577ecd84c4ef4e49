"""What the worker says of a folder, for a person: without frames, without isolation, on one's own files."""
import os

from dlcourse import requests

USAGE = """\
usage: python3 -I worker.py find FOLDER NAME [class]
       python3 -I worker.py results FOLDER
       python3 -I worker.py predictions FOLDER"""


def run(arguments):
    """Prints what was found; returns the exit status."""
    command, folder, *rest = arguments + [""] * 3
    rest = [one for one in rest if one]
    if folder and not os.path.isdir(folder):
        print("%s is no folder. Expected the one that you hand in." % folder)
        return 2
    if command == "find" and rest:
        kind = "class" if rest[1:] == ["class"] else "function"
        return found(folder, {"type": "find", "target": rest[0], "kind": kind})
    if command == "results" and folder:
        return results(folder)
    if command == "predictions" and folder:
        return predictions(folder)
    print(USAGE)
    return 2


def ask(folder, request):
    worker = requests.Worker()
    worker.answer({"type": "hello", "submission": folder}, b"")
    return worker.answer(request, b"")[0]


def found(folder, request):
    reply = ask(folder, request)
    place = ", %s line %d" % (reply["file"], reply["line"]) if "line" in reply else ""
    how = {"extracted": ", taken out of its file", "module": ", its file run as a whole"}.get(reply.get("how"), "")
    print("%s: %s%s%s" % (request["target"], reply["type"].replace("_", " "), place, how))
    if "failed" in reply:
        print("  it cannot be loaded: %s" % (reply["failed"].get("message") or reply["failed"].get("what")))
    for name in reply.get("unfinished", []):
        print("  %s is not implemented" % name)
    for remark in reply.get("remarks", []):
        print("  %s" % remark)
    return 0 if reply["type"] == "found" and "failed" not in reply else 1


def results(folder):
    reply = ask(folder, {"type": "read_results"})
    for line in reply.get("understood", []):
        print(line)
    for line in reply.get("problems", []):
        print("problem: %s" % line)
    if not reply.get("parts") and not reply["problems"]:
        print("no result file, such as part3_cnn_3.json")
    return 0 if reply.get("parts") and not reply["problems"] else 1


def predictions(folder):
    worker = requests.Worker()
    worker.answer({"type": "hello", "submission": folder}, b"")
    reply = worker.answer({"type": "read_predictions"}, b"")[0]
    if reply["type"] != "predictions" or not reply["file"]:
        print(reply.get("what", "no file of predictions, such as predictions.csv"))
        return 1
    print("%s: %s" % (reply["file"], "names: %s" % ", ".join(reply["names"]) if reply["names"] else "numbers"))
    for remark in reply["remarks"]:
        print("  %s" % remark)
    return 0
