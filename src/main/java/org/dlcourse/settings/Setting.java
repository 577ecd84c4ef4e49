package org.dlcourse.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The name of one setting, its default and what it means. */
public enum Setting {
    SCALE("quick", "quick or full"),
    DATA("data", "folder that holds the real data sets"),
    SEED("449", "seed of everything random, a whole number other than 0"),
    REPEATS("", "repeats of each experiment, a whole number from 1; empty for the scale's own"),
    WORKERS("", "networks trained at a time, a whole number from 1; empty for the number of cores"),
    RESULTS("target/results", "folder that keeps finished runs and result files"),
    OFFLINE("false", "true or false; true never downloads"),
    RUN_TIMEOUT("24h", "how long one network may train, a whole number from 1 with its unit, such as 90s, 30m or 24h");

    private static final String PREFIX = "course.";

    private final String defaultValue;
    private final String meaning;

    Setting(String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** The system property's name, such as {@code course.scale}. */
    public String property() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable's name, such as {@code COURSE_SCALE}. */
    public String variable() {
        return property().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    static boolean isCourseProperty(String property) {
        return property.startsWith(PREFIX);
    }

    static Optional<Setting> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(setting -> setting.property().equals(property))
                .findFirst();
    }
}
