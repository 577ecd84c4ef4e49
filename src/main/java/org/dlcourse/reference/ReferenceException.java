package org.dlcourse.reference;

/** A recording cannot be read or written; the message says where and why, and what to do. */
public final class ReferenceException extends RuntimeException {
    public ReferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
