package org.dlcourse.batch;

/** Why submissions cannot be graded, for whoever asked for it. */
final class BatchException extends RuntimeException {
    BatchException(String message) {
        super(message);
    }
}
