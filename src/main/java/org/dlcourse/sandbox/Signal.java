package org.dlcourse.sandbox;

import java.util.Map;

/** How a process ended, in words. */
final class Signal {
    static final int KILL = 128 + 9;
    static final int PROCESSOR_TIME = 128 + 24;

    private static final Map<Integer, String> MEANINGS = Map.of(
            4, "an illegal instruction",
            6, "it aborted itself",
            7, "a wrong memory address",
            8, "an arithmetic fault",
            9, "killed by itself or by the system",
            11, "an access to memory that it does not have",
            15, "ended by itself or by the system",
            24, "its time on the processor was used up",
            25, "a file became larger than allowed",
            31, "a forbidden system call");

    private Signal() {}

    /** A status as Java gives it: 128 and the signal's number where a signal ended the process. */
    static String explained(int status) {
        int signal = status - 128;
        return status > 128
                ? "signal " + signal + " ended it" + (MEANINGS.containsKey(signal) ? ": " + MEANINGS.get(signal) : "")
                : "it ended with status " + status;
    }
}
