package org.dlcourse.cluster;

import java.io.Serializable;

/**
 * What a task says when it ends.
 *
 * @param place what trained
 * @param trained the run as JSON; null if there is none
 * @param failure why there is none
 * @param outOfMemory whether that was for want of memory
 */
record Reply(String place, byte[] trained, String failure, boolean outOfMemory) implements Serializable {
    static Reply trained(String place, byte[] run) {
        return new Reply(place, run, null, false);
    }

    static Reply failed(String place, Throwable failure) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new Reply(place, null, reason, failure instanceof OutOfMemoryError);
    }
}
