package org.dlcourse.grading;

import java.util.Locale;

/**
 * What is looked for in a student's files.
 *
 * @param name as the course asks for it, such as {@code my_conv2d}
 * @param kind what it is
 */
public record Target(String name, Kind kind) {
    /** What a target is. */
    public enum Kind {
        FUNCTION,
        CLASS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A function. */
    public static Target function(String name) {
        return new Target(name, Kind.FUNCTION);
    }

    /** A class. */
    public static Target ofClass(String name) {
        return new Target(name, Kind.CLASS);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
