package org.dlcourse.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of one request to a student's code; each has exactly one. */
public enum Verdict {
    /** The answer is right. */
    RIGHT,
    /** There is an answer, and it is wrong or none that can be judged. */
    WRONG,
    /** The code raised an exception. */
    EXCEPTION,
    /** There was no answer in time. */
    TIME_OUT,
    /** The code asked for more memory than it may have. */
    OUT_OF_MEMORY,
    /** The process ended before it answered. */
    CRASH,
    /** The process wrote more than it may. */
    FLOOD,
    /** What the process wrote is not an answer to the request. */
    BROKEN_PROTOCOL,
    /** The code is the course's empty starter, or says itself that it is not done. */
    NOT_IMPLEMENTED,
    /** What was asked for is in none of the files. */
    NOT_FOUND,
    /** Nothing is known about the code, since what runs it failed; this is never 0 points. */
    NOT_GRADED;

    /** The verdicts that a worker gives itself, by the type of its reply. */
    private static final Map<String, Verdict> BY_TYPE = Map.of(
            "exception", EXCEPTION,
            "out_of_memory", OUT_OF_MEMORY,
            "not_implemented", NOT_IMPLEMENTED,
            "not_found", NOT_FOUND,
            "bad_result", WRONG,
            "time_out", TIME_OUT,
            "flood", FLOOD,
            "crash", CRASH);

    /** The verdict that a reply of this type is; none if the reply has something to be judged. */
    public static Optional<Verdict> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    @Override
    public String toString() {
        return this == TIME_OUT ? "time-out" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
