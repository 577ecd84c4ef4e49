package org.dlcourse.report;

import org.opentest4j.TestAbortedException;

/** Ends the test of a requirement whose answer a person has given points for. */
final class MarkedByAPersonException extends TestAbortedException {
    private static final long serialVersionUID = 1;

    /** Begins with the outcome's words, by which the report's category knows it. */
    MarkedByAPersonException(String points) {
        super("Marked by a person: " + points);
    }
}
