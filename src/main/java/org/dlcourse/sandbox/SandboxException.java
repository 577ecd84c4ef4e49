package org.dlcourse.sandbox;

/** What isolates students' code does not work here; it says nothing about the code, and is never 0 points. */
public final class SandboxException extends RuntimeException {
    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
