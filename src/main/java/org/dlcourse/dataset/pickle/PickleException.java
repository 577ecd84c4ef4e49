package org.dlcourse.dataset.pickle;

/** What a pickle asks for that is not done; the message goes on behind the file's name. */
final class PickleException extends RuntimeException {
    PickleException(String message) {
        super(message);
    }
}
