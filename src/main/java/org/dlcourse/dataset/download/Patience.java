package org.dlcourse.dataset.download;

import java.time.Duration;

/**
 * How long a download waits, and for what.
 *
 * @param connect for a connection
 * @param stall for an answer, and then for each next piece of it
 * @param attempts how often one mirror is asked to go on where it broke off; each must have brought some bytes
 * @param poll between two looks whether another process is done
 */
record Patience(Duration connect, Duration stall, int attempts, Duration poll) {
    static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30), 10, Duration.ofMillis(200));
}
