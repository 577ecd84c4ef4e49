package org.dlcourse.experiment;

/** Results cannot be kept; the message says where and why, and what to do. */
public final class ResultsException extends RuntimeException {
    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
