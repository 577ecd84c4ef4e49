package org.dlcourse.dataset.download;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** One mirror did not give what it was asked for; the message says what it did instead. */
final class MirrorException extends Exception {
    MirrorException(String message) {
        super(message);
    }

    MirrorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong on the way, in words: some of Java's own exceptions have none. */
    static MirrorException of(Exception cause, Patience patience) {
        return new MirrorException(words(cause, patience), cause);
    }

    private static String words(Exception cause, Patience patience) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + seconds(patience.connect());
        }
        if (cause instanceof HttpTimeoutException) {
            return "nothing came for " + seconds(patience.stall());
        }
        if (cause instanceof ConnectException) {
            return isNameUnknown(cause) ? "its name is unknown to this machine" : "no connection";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static boolean isNameUnknown(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(UnresolvedAddressException.class::isInstance);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
