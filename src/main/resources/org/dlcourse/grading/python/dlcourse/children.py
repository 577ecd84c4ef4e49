"""Child processes: a function runs in a fork, and its answer is a frame that comes back over a pipe of its own."""
import os
import resource
import select
import signal
import sys
import time

from dlcourse import frames

READ = 1 << 16
GRACE = 1.0
MOST_PRINTED = 65536
LONGEST_HEADER = frames.LONGEST_HEADER // 2
REQUESTS = 4
RUNNING = frames.packed({"state": "running"}, b"")


class Limits:
    """What one child may use."""

    def __init__(self, requested):
        self.printed_bytes = min(MOST_PRINTED, int(requested.get("printed_bytes", MOST_PRINTED)))
        self.flood_bytes = int(requested.get("flood_bytes", 64 << 20))
        self.answer_bytes = int(requested.get("answer_bytes", 128 << 20))
        self.memory_bytes = requested.get("memory_bytes")
        self.preparation_seconds = float(requested.get("preparation_seconds", 20))


class Answers:
    """Passed to the function that runs in the child: sends its frames."""

    def __init__(self, descriptor, limit):
        self.descriptor = descriptor
        self.limit = limit

    def running(self):
        """Says that the preparation has ended and the time of the case begins."""
        self.write(RUNNING)

    def send(self, header, arrays=()):
        """Sends the answer."""
        frame = frames.joined(header, arrays)
        start = len(frames.MAGIC) + frames.LENGTHS.size
        if len(frame) > self.limit or frames.lengths(frame[:start])[0] > LONGEST_HEADER:
            found = "The answer has %d bytes; expected at most %d, and %d without arrays." % (
                len(frame), self.limit, LONGEST_HEADER)
            frame = frames.packed({"type": "bad_result", "what": found}, b"")
        self.write(frame)

    def write(self, content):
        view = memoryview(content)
        while view:
            view = view[os.write(self.descriptor, view) :]


def run(function, seconds, limits):
    """Runs function(answers) in a child; returns (header, payload), the header with what the child printed."""
    answer_end, answer = os.pipe()
    printed_end, printed = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        in_child(function, answer, printed, limits)
    os.close(answer)
    os.close(printed)
    try:
        return Watch(child, answer_end, printed_end, seconds, limits).result()
    finally:
        kill_all(child)
        os.close(answer_end)
        os.close(printed_end)


def in_child(function, answer, printed, limits, requests=None):
    """All that the child does; it never returns."""
    status = 70
    try:
        os.setsid()
        answer = keep_only(answer, printed, requests)
        restrict(limits)
        sys.stdin = open(0, closefd=False)
        sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
        sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
        function(Answers(answer, limits.answer_bytes))
        status = 0
    except BaseException as error:
        os.write(2, ("The worker's child failed: %s: %s\n" % (type(error).__name__, error)).encode("utf-8", "replace"))
    finally:
        os._exit(status)


def keep_only(answer, printed, requests):
    """Leaves /dev/null, the stream for prints twice, the pipe for answers and, if there is one, that of requests, as 0 to 4."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    answer_high = high(answer)
    requests_high = high(requests) if requests is not None else None
    os.dup2(nothing, 0)
    os.dup2(printed, 1)
    os.dup2(printed, 2)
    os.dup2(answer_high, 3, inheritable=False)
    if requests_high is not None:
        os.dup2(requests_high, REQUESTS, inheritable=False)
    first = 4 if requests_high is None else REQUESTS + 1
    os.closerange(first, max(256, *(int(name) + 1 for name in os.listdir("/proc/self/fd"))))
    return 3


def high(descriptor):
    """A copy with a number above those that are left."""
    copy = os.dup(descriptor)
    while copy <= REQUESTS:
        copy = os.dup(copy)
    return copy


def restrict(limits):
    """Sets the limits that the kernel keeps."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory_bytes:
        with open("/proc/self/statm") as statm:
            used = int(statm.read().split()[0]) * resource.getpagesize()
        allowed = used + int(limits.memory_bytes)
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard == resource.RLIM_INFINITY or allowed < hard:
            resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))


def kill_all(child):
    """Ends the child's process group, then whatever else it left behind: orphans become children of this process."""
    kill(-child)
    left = [child] + descendants()
    while left:
        for process in left:
            kill(process)
            reap(process)
        left = descendants()


def kill(process):
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def reap(process):
    """Waits for the end of a child that has been killed, where that was not done before."""
    try:
        os.waitpid(process, 0)
    except ChildProcessError:
        return


def descendants():
    with open("/proc/self/task/%d/children" % os.getpid()) as children:
        return [int(process) for process in children.read().split()]


class Watch:
    """Reads a child's two pipes until it has answered, ended, or used up what it may."""

    def __init__(self, child, answer_end, printed_end, seconds, limits):
        self.child, self.answer_end, self.printed_end = child, answer_end, printed_end
        self.seconds, self.limits = seconds, limits
        self.deadline = time.monotonic() + limits.preparation_seconds + GRACE
        self.answer, self.printed, self.printed_all = bytearray(), bytearray(), 0
        self.started = False

    def result(self):
        header, payload = self.verdict()
        header["printed"] = bytes(self.printed).decode("utf-8", "replace")
        header["printed_all"] = self.printed_all
        return header, payload

    def verdict(self):
        open_ends = [self.answer_end, self.printed_end]
        while self.answer_end in open_ends:
            left = self.deadline - time.monotonic()
            ready = select.select(open_ends, [], [], max(0, left))[0]
            if not ready:
                return self.time_out(), b""
            if self.printed_end in ready and not self.read_printed():
                open_ends.remove(self.printed_end)
            if self.printed_all > self.limits.flood_bytes:
                what = "It printed more than %d bytes." % self.limits.flood_bytes
                return {"type": "flood", "what": what}, b""
            if self.answer_end in ready and not self.read_answer():
                open_ends.remove(self.answer_end)
            complete = self.complete()
            if complete:
                self.drain(open_ends)
                return complete
        self.drain(open_ends)
        return self.ended(), b""

    def drain(self, open_ends):
        """What the child printed before it answered or ended lies in the pipe."""
        while self.printed_end in open_ends and select.select([self.printed_end], [], [], 0)[0]:
            if not self.read_printed():
                return
            if self.printed_all > self.limits.flood_bytes:
                return

    def read_printed(self):
        part = os.read(self.printed_end, READ)
        self.printed_all += len(part)
        self.printed += part[: max(0, self.limits.printed_bytes - len(self.printed))]
        return part

    def read_answer(self):
        part = os.read(self.answer_end, READ)
        self.answer += part
        if not self.started and self.answer.startswith(RUNNING):
            self.started = True
            self.deadline = time.monotonic() + self.seconds + GRACE
            del self.answer[: len(RUNNING)]
        return part

    def complete(self):
        """The answer, once all of it has come."""
        start = len(frames.MAGIC) + frames.LENGTHS.size
        if len(self.answer) < start:
            return None
        try:
            header, payload = frames.lengths(bytes(self.answer[:start]))
            if header > LONGEST_HEADER or header + payload > self.limits.answer_bytes:
                raise frames.BrokenFrame("The answer claims %d bytes." % (header + payload))
            if len(self.answer) < start + header + payload:
                return None
            return (
                self.checked(frames.parsed(bytes(self.answer[start : start + header]))),
                bytes(self.answer[start + header : start + header + payload]),
            )
        except frames.BrokenFrame as error:
            return {"type": "crash", "what": "It wrote into the pipe of its answer: %s" % error}, b""

    @staticmethod
    def checked(header):
        if not isinstance(header.get("type"), str):
            raise frames.BrokenFrame("The answer has no type.")
        return header

    def time_out(self):
        if self.started:
            return {"type": "time_out", "seconds": self.seconds, "what": "It did not end, and was killed."}
        what = "Its code was still being loaded, and was killed."
        return {"type": "time_out", "seconds": self.limits.preparation_seconds, "what": what}

    def ended(self):
        """The pipe was closed without an answer: how the child ended says why."""
        end = time.monotonic() + GRACE
        status = 0
        while time.monotonic() < end:
            process, status = os.waitpid(self.child, os.WNOHANG)
            if process:
                break
            select.select([], [], [], 0.01)
        else:
            return {"type": "crash", "what": "It closed the pipe of its answer."}
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
            return {"type": "out_of_memory", "what": "The system killed it, as it does where memory is used up."}
        if os.WIFSIGNALED(status):
            what = "It ended by signal %d (%s)." % (os.WTERMSIG(status), signal.strsignal(os.WTERMSIG(status)))
            return {"type": "crash", "signal": os.WTERMSIG(status), "what": what}
        return {"type": "crash", "status": os.WEXITSTATUS(status), "what": "It ended the process without an answer."}
