package org.dlcourse.training;

/** A run cannot go on; the message says which, where and what was found. */
public final class TrainingException extends RuntimeException {
    public TrainingException(String message) {
        super(message);
    }
}
