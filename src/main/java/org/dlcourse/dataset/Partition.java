package org.dlcourse.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a data set, by the names that tables give them. */
public enum Partition {
    TRAINING("train", "training"),
    VALIDATION("valid", "val", "validation"),
    TEST("test", "testing");

    private final List<String> names;

    Partition(String... names) {
        this.names = List.of(names);
    }

    /** The partition of this name in any letter case, if it is one of the three. */
    public static Optional<Partition> of(String name) {
        return Arrays.stream(values())
                .filter(partition -> partition.names.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The handout's name of it. */
    @Override
    public String toString() {
        return names.get(0);
    }
}
