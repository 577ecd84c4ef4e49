package org.dlcourse.report;

import org.opentest4j.TestAbortedException;

/** Ends the test of a requirement whose point this scale cannot show. */
final class ShownAtFullScaleOnlyException extends TestAbortedException {
    private static final long serialVersionUID = 1;

    ShownAtFullScaleOnlyException(String reason) {
        super("Shown at full scale only: " + reason);
    }
}
