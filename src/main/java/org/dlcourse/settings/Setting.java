package org.dlcourse.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that a user can set: by the system property {@code course.NAME}, or by an environment variable.
 *
 * <p>Settings of one name are equal.
 *
 * @param <T> type of its value
 * @param name lower-case words with hyphens between them, such as {@code run-timeout}
 * @param defaultValue as a user would give it
 * @param meaning what it is for and which values it may have, as messages and the documentation say it
 * @param parser makes a value of a user's text, or nothing of a text that is not valid
 */
public record Setting<T>(String name, String defaultValue, String meaning, Function<String, Optional<T>> parser) {
    private static final String PREFIX = "course.";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Six digits: any number of hours that they can say fits a duration in nanoseconds. */
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");

    /**
     * Checks the name and the default.
     *
     * @throws IllegalArgumentException if the name has another form, or the default is not valid
     */
    public Setting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of the setting \"" + name
                    + "\" is not valid; expected lower-case words with hyphens between them, such as run-timeout, without the"
                    + " prefix " + PREFIX);
        }
        if (parser.apply(defaultValue).isEmpty()) {
            throw new IllegalArgumentException("The default of the setting " + PREFIX + name + " is \"" + defaultValue
                    + "\"; expected " + meaning);
        }
    }

    /** A text, which may be empty. */
    public static Setting<String> text(String name, String defaultValue, String help) {
        return new Setting<>(name, defaultValue, help, Optional::of);
    }

    /** A whole number that is not below the least. */
    public static Setting<Long> wholeNumber(String name, long defaultValue, long least, String help) {
        return new Setting<>(
                name,
                Long.toString(defaultValue),
                help + ", a whole number from " + least,
                text -> wholeNumber(text, number -> number >= least));
    }

    /** A number within two limits, both included. */
    public static Setting<Double> number(String name, double defaultValue, double least, double greatest, String help) {
        return new Setting<>(
                name,
                Double.toString(defaultValue),
                help + ", a number from " + least + " to " + greatest,
                text -> parsed(text, Double::valueOf).filter(number -> number >= least && number <= greatest));
    }

    /** True or false. */
    public static Setting<Boolean> flag(String name, boolean defaultValue, String help) {
        return new Setting<>(name, Boolean.toString(defaultValue), help + ", true or false", text -> Optional.of(
                        text.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf));
    }

    /** A file or folder of this machine; it need not exist. */
    public static Setting<Path> path(String name, String defaultValue, String help) {
        return new Setting<>(name, defaultValue, help + ", on this machine", text -> Optional.of(text)
                .filter(path -> !path.contains("://"))
                .flatMap(path -> parsed(path, Path::of)));
    }

    /** A duration: a whole number of seconds, minutes or hours. */
    public static Setting<Duration> duration(String name, String defaultValue, String help) {
        return new Setting<>(
                name,
                defaultValue,
                help + ", a whole number from 1 with its unit, such as 90s, 30m or 24h",
                Setting::duration);
    }

    /** One of the constants of an enumeration, by what their {@code toString} returns, in any case. */
    public static <E extends Enum<E>> Setting<E> choice(String name, E defaultValue, String help) {
        E[] constants = defaultValue.getDeclaringClass().getEnumConstants();
        return new Setting<>(
                name,
                defaultValue.toString(),
                help + ", " + Arrays.stream(constants).map(E::toString).collect(Collectors.joining(" or ")),
                text -> Arrays.stream(constants)
                        .filter(constant -> constant.toString().equalsIgnoreCase(text))
                        .findFirst());
    }

    /** The system property's name, such as {@code course.run-timeout}. */
    public String property() {
        return PREFIX + name;
    }

    /** The environment variable's name, such as {@code COURSE_RUN_TIMEOUT}. */
    public String variable() {
        return property().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Setting<?> setting && name.equals(setting.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    static boolean isCourseProperty(String property) {
        return property.startsWith(PREFIX);
    }

    static Optional<Long> wholeNumber(String text, Predicate<Long> valid) {
        return parsed(text, Long::valueOf).filter(valid);
    }

    private static Optional<Duration> duration(String text) {
        Matcher duration = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!duration.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(duration.group(1));
        return Optional.of(
                switch (duration.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (NumberFormatException | InvalidPathException e) {
            // The setting's reader reports it together with what is expected.
            return Optional.empty();
        }
    }
}
