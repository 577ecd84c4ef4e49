package org.dlcourse.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Data are missing, damaged or of the wrong shape; the message says what was found where, and what to do. */
public final class DataException extends RuntimeException {
    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The error for a file or folder that could not be opened.
     *
     * @param what it is, such as {@code The folder}
     */
    public static DataException unreadable(String what, Path path, IOException cause) {
        String reason = "cannot be read: " + cause;
        if (cause instanceof AccessDeniedException) {
            reason = "may not be read by the user " + System.getProperty("user.name")
                    + ". Change its permissions or those of the folders above it, or run this as a user who may read it.";
        } else if (cause instanceof NoSuchFileException) {
            reason = "is missing.";
        }
        return new DataException(what + " " + path.toAbsolutePath() + " " + reason, cause);
    }
}
