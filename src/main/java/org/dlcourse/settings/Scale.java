package org.dlcourse.settings;

import java.util.Locale;

/** How much of the handouts' work is done: a quick version of everything, or the handouts' own numbers. */
public enum Scale {
    /** Fewer images, epochs and repeats: minutes on two cores. */
    QUICK,
    /** The handouts' own images, epochs and repeats: hours on a CPU. */
    FULL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
