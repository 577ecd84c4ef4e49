"""A child process that answers one request after the other: for functions without a state, whose calls are short."""
import os
import sys

from dlcourse import children

# Less than a pipe holds, so that writing a request never waits.
LONGEST_REQUEST = 48 << 10
GOES_ON = ("result", "exception", "not_implemented", "bad_result")


class Lasting:
    """The child; function(stream of requests, answers) is what it runs."""

    def __init__(self, function, limits):
        self.limits = limits
        self.answer_end, answer = os.pipe()
        self.printed_end, printed = os.pipe()
        requests, self.request_end = os.pipe()
        sys.stdout.flush()
        self.child = os.fork()
        if self.child == 0:
            children.in_child(lambda answers: function(os.fdopen(children.REQUESTS, "rb"), answers), answer, printed, limits, requests)
        for end in (answer, printed, requests):
            os.close(end)
        self.alive = True

    def ask(self, frame, seconds):
        """(header, payload) of the reply; after one that says that the code did not end by itself the child has ended."""
        try:
            os.write(self.request_end, frame)
        except BrokenPipeError:
            # What a call left behind, such as a thread, has ended the child after its answer.
            self.close()
            return {"type": "crash", "what": "The process ended between two calls."}, b""
        header, payload = children.Watch(self.child, self.answer_end, self.printed_end, seconds, self.limits).result()
        if header["type"] not in GOES_ON:
            self.close()
        return header, payload

    def close(self):
        if self.alive:
            self.alive = False
            children.kill_all(self.child)
            for end in (self.answer_end, self.printed_end, self.request_end):
                os.close(end)
