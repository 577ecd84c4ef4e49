package org.dlcourse.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a user can set, read once and validated.
 *
 * <p>A system property such as {@code course.scale} wins over the environment variable {@code COURSE_SCALE}, which wins
 * over the default.
 *
 * @param scale how much work is done
 * @param data folder of the real data sets; exists unless it is the default
 * @param seed seed of everything random, not 0 (which ND4J takes for "no seed")
 * @param repeats repeats of each experiment, empty for the scale's own number
 * @param workers networks trained at a time
 * @param results folder that keeps finished runs and result files
 * @param offline whether nothing may be downloaded
 * @param runTimeout how long one network may train before it is given up
 */
public record CourseSettings(
        Scale scale,
        Path data,
        long seed,
        OptionalInt repeats,
        int workers,
        Path results,
        boolean offline,
        Duration runTimeout) {

    /**
     * Reads the settings of this process.
     *
     * @throws SettingsException if a {@code course.*} property is unknown or a value is not valid
     */
    public static CourseSettings ofProcess() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        return of(properties, System.getenv());
    }

    /**
     * Reads the settings from properties and environment variables.
     *
     * @throws SettingsException if a {@code course.*} property is unknown or a value is not valid
     */
    public static CourseSettings of(Map<String, String> properties, Map<String, String> environment) {
        rejectUnknown(properties);
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, Value.of(setting, properties, environment));
        }
        return new CourseSettings(
                values.get(Setting.SCALE).scale(),
                values.get(Setting.DATA).existingFolder(),
                values.get(Setting.SEED).number(seed -> seed != 0),
                values.get(Setting.REPEATS).optionalCount(),
                values.get(Setting.WORKERS).optionalCount().orElseGet(() -> Runtime.getRuntime()
                        .availableProcessors()),
                values.get(Setting.RESULTS).path(),
                values.get(Setting.OFFLINE).flag(),
                values.get(Setting.RUN_TIMEOUT).duration());
    }

    /** The seed of one repeat of an experiment, from 0: the seeds that follow the first, but for 0. */
    public long seedOfRepeat(int repeat) {
        boolean passesZero = seed < 0 && seed + repeat >= 0;
        return seed + repeat + (passesZero ? 1 : 0);
    }

    /** The settings by property name, as the report lists them. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(Setting.SCALE.property(), scale.toString());
        map.put(Setting.DATA.property(), data.toString());
        map.put(Setting.SEED.property(), Long.toString(seed));
        map.put(
                Setting.REPEATS.property(),
                repeats.isPresent() ? Integer.toString(repeats.getAsInt()) : "the scale's own");
        map.put(Setting.WORKERS.property(), Integer.toString(workers));
        map.put(Setting.RESULTS.property(), results.toString());
        map.put(Setting.OFFLINE.property(), Boolean.toString(offline));
        map.put(Setting.RUN_TIMEOUT.property(), readable(runTimeout));
        return map;
    }

    /** As it can be set again. */
    private static String readable(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static void rejectUnknown(Map<String, String> properties) {
        properties.keySet().stream()
                .filter(Setting::isCourseProperty)
                .filter(name -> Setting.ofProperty(name).isEmpty())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new SettingsException("Unknown property " + name + ". Known: "
                            + Arrays.stream(Setting.values())
                                    .map(Setting::property)
                                    .collect(Collectors.joining(", ")) + ".");
                });
    }

    /** One setting's text and where it came from, for messages. */
    private record Value(Setting setting, String text, String origin) {
        /** Six digits: any number of hours that they can say fits a duration in nanoseconds. */
        private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");

        static Value of(Setting setting, Map<String, String> properties, Map<String, String> environment) {
            String property = properties.get(setting.property());
            if (property != null) {
                return new Value(setting, property.strip(), "property " + setting.property());
            }
            String variable = environment.get(setting.variable());
            if (variable != null && !variable.isBlank()) {
                return new Value(setting, variable.strip(), "environment variable " + setting.variable());
            }
            return new Value(setting, setting.defaultValue(), "default");
        }

        Scale scale() {
            return Arrays.stream(Scale.values())
                    .filter(scale -> scale.toString().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(this::invalid);
        }

        Path path() {
            if (text.contains("://")) {
                throw new SettingsException("The " + origin + " is the address " + Secrets.masked(text)
                        + "; expected a " + setting.meaning() + " on this machine.");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw invalid();
            }
        }

        Path existingFolder() {
            Path folder = path();
            if (!origin.equals("default") && !Files.isDirectory(folder)) {
                throw new SettingsException("The " + origin + " names " + folder.toAbsolutePath()
                        + ", which is not a folder. Give the folder that holds the data sets"
                        + " (for CIFAR-10 the one with cifar-10-batches-bin in it), or leave it out.");
            }
            return folder;
        }

        long number(LongPredicate valid) {
            try {
                long number = Long.parseLong(text);
                if (valid.test(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, together with a number that is out of range.
            }
            throw invalid();
        }

        OptionalInt optionalCount() {
            if (text.isEmpty()) {
                return OptionalInt.empty();
            }
            return OptionalInt.of((int) number(count -> count >= 1 && count <= Integer.MAX_VALUE));
        }

        boolean flag() {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw invalid();
            };
        }

        Duration duration() {
            Matcher duration = DURATION.matcher(text.toLowerCase(Locale.ROOT));
            if (!duration.matches()) {
                throw invalid();
            }
            long number = Long.parseLong(duration.group(1));
            return switch (duration.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }

        private SettingsException invalid() {
            return new SettingsException(
                    "The " + origin + " is \"" + Secrets.masked(text) + "\"; expected " + setting.meaning() + ".");
        }
    }

    /** How often an experiment is repeated: as was set, or the scale's number. */
    public int repeats(int quick, int full) {
        return repeats.orElse(
                switch (scale) {
                    case QUICK -> quick;
                    case FULL -> full;
                });
    }
}
