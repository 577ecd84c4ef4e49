"""What a submission's code raised, as a reply: its class, its message, and where in the student's files it was."""
import linecache
import re
import traceback

LONGEST = 2000
MOST_FRAMES = 20
GIVES_UP = re.compile(r"raise\s+NotImplemented\b")


class TimeOut(BaseException):
    """Raised in the student's code when its time is used up."""


def message_of(error):
    """The error's text; a text that cannot be made is said to be so."""
    try:
        return str(error)[:LONGEST]
    except BaseException as second:
        return "(its message cannot be shown: %s)" % type(second).__name__


def reply(error, labels, step=None):
    """The header that says what was raised."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename in labels]
    place = {"file": frames[-1].filename, "line": frames[-1].lineno} if frames else {}
    if step is not None:
        place["step"] = step
    if isinstance(error, MemoryError):
        return dict(place, type="out_of_memory", what=message_of(error))
    if isinstance(error, TimeOut):
        return dict(place, type="time_out", what="Its time was used up.")
    if isinstance(error, NotImplementedError) or gave_up(error, frames):
        return dict(place, type="not_implemented", what=message_of(error))
    shown = frames if len(frames) <= MOST_FRAMES else frames[: MOST_FRAMES // 2] + frames[-MOST_FRAMES // 2 :]
    trace = ["%s line %d in %s: %s" % (one.filename, one.lineno, one.name, (one.line or "")[:200]) for one in shown]
    return dict(place, type="exception", message=message_of(error), trace=trace, **{"class": type(error).__name__})


def gave_up(error, frames):
    """`raise NotImplemented` is a TypeError in Python 3."""
    return bool(frames) and isinstance(error, TypeError) and bool(
        GIVES_UP.search(linecache.getline(frames[-1].filename, frames[-1].lineno)))
