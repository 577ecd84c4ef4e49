package org.dlcourse.grading;

import java.util.Locale;

/**
 * What is looked for in a student's files.
 *
 * @param name as the course asks for it, such as {@code my_conv2d}
 * @param kind what it is
 * @param packages what it is run with
 */
public record Target(String name, Kind kind, PythonPackages packages) {
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
        return new Target(name, Kind.FUNCTION, PythonPackages.NUMPY);
    }

    /** A class. */
    public static Target ofClass(String name) {
        return new Target(name, Kind.CLASS, PythonPackages.NUMPY);
    }

    /** The same with PyTorch, where it is run with objects of PyTorch's. */
    public Target withPytorch() {
        return new Target(name, kind, PythonPackages.PYTORCH);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
