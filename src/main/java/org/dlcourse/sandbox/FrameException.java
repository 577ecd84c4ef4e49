package org.dlcourse.sandbox;

import java.io.IOException;

/** What came from a worker is not a frame, or one that is too large. */
final class FrameException extends IOException {
    private final Verdict verdict;

    FrameException(Verdict verdict, String what) {
        super(what);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
