package org.dlcourse.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param seeds other seeds that the selected requirements are tested with after the session
 * @param workers networks trained at a time
 * @param results folder that keeps finished runs and result files
 * @param offline whether nothing may be downloaded
 * @param submission folder with a student's work, which is tested in place of the reference; exists
 * @param marks table of the points that a person gives for answers; may not be there yet
 * @param isolation how students' code is isolated when it is graded
 * @param caseSalt word from which hidden cases for students' code are drawn; never shown
 * @param runTimeout how long one network may train before it is given up
 * @param cluster address of the Spark cluster that trains; empty for threads of this process
 * @param record folder that each requirement which trained and passed is recorded in; never with a submission
 * @param reference folder with recorded requirements; exists unless it is the default
 * @param own texts of the settings that courses register, each of them valid; {@link #get} gives their values
 */
public record CourseSettings(
        Scale scale,
        Path data,
        long seed,
        OptionalInt repeats,
        int seeds,
        int workers,
        Path results,
        boolean offline,
        Optional<Path> submission,
        Optional<Path> marks,
        Isolation isolation,
        String caseSalt,
        Duration runTimeout,
        Optional<String> cluster,
        Optional<Path> record,
        Path reference,
        Map<Setting<?>, String> own) {

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
        return of(KnownSettings.ofClassPath(), properties, environment);
    }

    static CourseSettings of(KnownSettings known, Map<String, String> properties, Map<String, String> environment) {
        known.requireKnown(properties);
        Source given = new Source(properties, environment);
        requireOwnRuns(given.of(EngineSettings.RECORD), given.of(EngineSettings.SUBMISSION));
        return new CourseSettings(
                given.of(EngineSettings.SCALE).value(),
                existingFolder(given.of(EngineSettings.DATA), "that holds the data sets, each in its own folder,"),
                given.of(EngineSettings.SEED).value(),
                given.of(EngineSettings.REPEATS).value(),
                given.of(EngineSettings.SEEDS).value(),
                given.of(EngineSettings.WORKERS).value().orElseGet(() -> Runtime.getRuntime()
                        .availableProcessors()),
                given.of(EngineSettings.RESULTS).value(),
                given.of(EngineSettings.OFFLINE).value(),
                submission(given.of(EngineSettings.SUBMISSION)),
                given.of(EngineSettings.MARKS).value(),
                given.of(EngineSettings.ISOLATION).value(),
                given.of(EngineSettings.SALT).value(),
                given.of(EngineSettings.RUN_TIMEOUT).value(),
                given.of(EngineSettings.CLUSTER).value(),
                given.of(EngineSettings.RECORD).value(),
                existingFolder(given.of(EngineSettings.REFERENCE), "that requirements were recorded in,"),
                own(known, given));
    }

    private static Map<Setting<?>, String> own(KnownSettings known, Source given) {
        Map<Setting<?>, String> own = new LinkedHashMap<>();
        for (Setting<?> setting : known.own()) {
            GivenSetting<?> one = given.of(setting);
            one.value();
            own.put(setting, one.text());
        }
        return Collections.unmodifiableMap(own);
    }

    private static Optional<Path> submission(GivenSetting<Optional<Path>> given) {
        given.value().filter(folder -> !Files.isDirectory(folder)).ifPresent(missing -> {
            throw new SettingsException("The " + given.origin() + " names " + missing.toAbsolutePath()
                    + ", which is not a folder. Give the folder that a student handed in, unpacked, or leave it out.");
        });
        return given.value();
    }

    /** A recording is of the course's own solutions. */
    private static void requireOwnRuns(GivenSetting<Optional<Path>> record, GivenSetting<Optional<Path>> submission) {
        if (record.value().isPresent() && submission.value().isPresent()) {
            throw new SettingsException(
                    "The " + record.origin() + " asks for a recording, and the " + submission.origin()
                            + " for a test of a submission. Expected one of them: what is recorded are the runs of the course's own"
                            + " solutions. Leave one out.");
        }
    }

    private static Path existingFolder(GivenSetting<Path> given, String content) {
        Path folder = given.value();
        if (!given.isDefault() && !Files.isDirectory(folder)) {
            throw new SettingsException("The " + given.origin() + " names " + folder.toAbsolutePath()
                    + ", which is not a folder. Give the folder " + content + " or leave it out.");
        }
        return folder;
    }

    /**
     * The value of a setting that a course registers.
     *
     * @throws IllegalArgumentException if no {@link SettingsProvider} registers it
     */
    public <T> T get(Setting<T> setting) {
        String text = own.get(setting);
        if (text == null) {
            throw new IllegalArgumentException("No course registers the setting " + setting.property()
                    + ". Expected it among the settings of a SettingsProvider that META-INF/services/"
                    + SettingsProvider.class.getName() + " names.");
        }
        return setting.parser().apply(text).orElseThrow();
    }

    /** The seed of one repeat of an experiment, from 0: the seeds that follow the first, but for 0. */
    public long seedOfRepeat(int repeat) {
        boolean passesZero = seed < 0 && seed + repeat >= 0;
        return seed + repeat + (passesZero ? 1 : 0);
    }

    /** How often an experiment is repeated: as was set, or the scale's number. */
    public int repeats(int quick, int full) {
        return repeats.orElse(
                switch (scale) {
                    case QUICK -> quick;
                    case FULL -> full;
                });
    }

    /** The settings by property name, as the report lists them. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(EngineSettings.SCALE.property(), scale.toString());
        map.put(EngineSettings.DATA.property(), data.toString());
        map.put(EngineSettings.SEED.property(), Long.toString(seed));
        map.put(
                EngineSettings.REPEATS.property(),
                repeats.isPresent() ? Integer.toString(repeats.getAsInt()) : "the scale's own");
        map.put(EngineSettings.SEEDS.property(), Integer.toString(seeds));
        map.put(EngineSettings.WORKERS.property(), Integer.toString(workers));
        map.put(EngineSettings.RESULTS.property(), results.toString());
        map.put(EngineSettings.OFFLINE.property(), Boolean.toString(offline));
        map.put(
                EngineSettings.SUBMISSION.property(),
                submission.map(Path::toString).orElse("none"));
        map.put(EngineSettings.MARKS.property(), marks.map(Path::toString).orElse("none"));
        map.put(EngineSettings.ISOLATION.property(), isolation.toString());
        map.put(EngineSettings.SALT.property(), caseSalt.isEmpty() ? "none" : "set");
        map.put(EngineSettings.CLUSTER.property(), cluster.orElse("none"));
        map.put(EngineSettings.RUN_TIMEOUT.property(), readable(runTimeout));
        map.put(EngineSettings.RECORD.property(), record.map(Path::toString).orElse("none"));
        map.put(EngineSettings.REFERENCE.property(), reference.toString());
        own.forEach((setting, text) -> map.put(setting.property(), Secrets.masked(text)));
        return map;
    }

    /** As it can be set again. */
    private static String readable(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** Where settings are given. */
    private record Source(Map<String, String> properties, Map<String, String> environment) {
        <T> GivenSetting<T> of(Setting<T> setting) {
            return GivenSetting.of(setting, properties, environment);
        }
    }
}
