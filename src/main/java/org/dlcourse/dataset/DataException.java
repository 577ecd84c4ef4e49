package org.dlcourse.dataset;

/** Data are missing, damaged or of the wrong shape; the message says what was found where, and what to do. */
public final class DataException extends RuntimeException {
    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
