package org.dlcourse.sandbox;

/** What a sandbox can claim to do for a worker, beside starting it with limits; its self-test tries each. */
enum Claim {
    /** Gives it a user other than that of this process. */
    USER,
    /** Hides the environment of other processes. */
    ENVIRONMENT,
    /** Lets it read the submission only. */
    SUBMISSION,
    /** Limits its processes by a limit of its user. */
    PROCESSES,
    /** Refuses the network. */
    NETWORK,
    /** Hides the machine's files. */
    FILES,
    /** Refuses namespaces of its own, in which it would have rights. */
    NAMESPACES
}
