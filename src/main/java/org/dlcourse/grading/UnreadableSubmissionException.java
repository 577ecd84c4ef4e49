package org.dlcourse.grading;

import java.io.IOException;
import java.nio.file.Path;

/** A submission's files cannot be read by whoever grades. */
public final class UnreadableSubmissionException extends RuntimeException {
    UnreadableSubmissionException(Path folder, IOException reason) {
        super(
                "the folder " + folder + " cannot be read (" + reason
                        + "); expected files that the user who grades may read",
                reason);
    }
}
