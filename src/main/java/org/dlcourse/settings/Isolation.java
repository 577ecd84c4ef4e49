package org.dlcourse.settings;

import java.util.Locale;

/** How students' code is kept from what is none of its business; each but the first is stronger than the next. */
public enum Isolation {
    /** The strongest that works on this machine. */
    AUTO,
    /** A container without a network, on an image of its own. */
    CONTAINER,
    /** Namespaces of the kernel without a network, on this machine's programs. */
    NAMESPACE,
    /** A process with limits, as a user without rights where possible; it reads what others may read, and has the network. */
    PROCESS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
