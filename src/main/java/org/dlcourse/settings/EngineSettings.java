package org.dlcourse.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What can be set in every course; {@link CourseSettings} has their values. */
public final class EngineSettings {
    private static final Pattern MASTER =
            Pattern.compile("spark://[^/:,]+:\\d+(,[^/:,]+:\\d+)*|yarn|k8s://.+|local-cluster\\[\\d+,\\d+,\\d+]");

    public static final Setting<Scale> SCALE = Setting.choice("scale", Scale.QUICK, "how much is trained");

    public static final Setting<Path> DATA = Setting.path("data", "data", "folder that holds the real data sets");

    public static final Setting<Long> SEED = new Setting<>(
            "seed",
            "449",
            "seed of everything random, a whole number other than 0",
            text -> Setting.wholeNumber(text, seed -> seed != 0));

    public static final Setting<OptionalInt> REPEATS = new Setting<>(
            "repeats",
            "",
            "repeats of each experiment, a whole number from 1; empty for the scale's own",
            EngineSettings::optionalCount);

    public static final Setting<Integer> SEEDS = new Setting<>(
            "seeds",
            "0",
            "other seeds that the selected requirements are tested with after the session, a whole number from 0 to 1000",
            text -> Setting.wholeNumber(text, count -> count >= 0 && count <= 1000)
                    .map(Long::intValue));

    public static final Setting<OptionalInt> WORKERS = new Setting<>(
            "workers",
            "",
            "networks trained at a time, a whole number from 1; empty for the number of cores",
            EngineSettings::optionalCount);

    public static final Setting<Path> RESULTS =
            Setting.path("results", "target/results", "folder that keeps finished runs and result files");

    public static final Setting<Boolean> OFFLINE = Setting.flag("offline", false, "whether nothing may be downloaded");

    public static final Setting<Isolation> ISOLATION =
            Setting.choice("isolation", Isolation.AUTO, "how students' code is isolated when it is graded");

    public static final Setting<Optional<Path>> SUBMISSION = new Setting<>(
            "submission",
            "",
            "folder with a student's work, which is tested in place of the reference; empty for none",
            text -> Optional.of(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text))));

    public static final Setting<Optional<Path>> MARKS = new Setting<>(
            "marks",
            "",
            "table of the points that a person gives for a submission's answers; written as a template if it is not there",
            text -> Optional.of(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text))));

    public static final Setting<String> SALT = new Setting<>(
            "case-salt",
            "",
            "word from which the hidden cases for students' code are drawn, with the digest of their files",
            text -> Optional.of(text));

    public static final Setting<Duration> RUN_TIMEOUT =
            Setting.duration("run-timeout", "24h", "how long one network may train");

    public static final Setting<Optional<String>> CLUSTER = new Setting<>(
            "cluster",
            "",
            "Spark cluster that trains, spark://HOST:PORT, yarn, k8s://URL or local-cluster[EXECUTORS,CORES,MEGABYTES]; empty for threads"
                    + " of this machine",
            EngineSettings::master);

    public static final Setting<Optional<Path>> RECORD = new Setting<>(
            "record",
            "",
            "folder that each requirement which trained and passed is recorded in; empty for none",
            text -> Optional.of(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text))));

    public static final Setting<Path> REFERENCE = Setting.path(
            "reference",
            "fixtures/reference-runs",
            "folder with recorded requirements, which pages show beside their own numbers");

    static final List<Setting<?>> ALL = List.of(
            SCALE,
            DATA,
            SEED,
            REPEATS,
            SEEDS,
            WORKERS,
            RESULTS,
            OFFLINE,
            SUBMISSION,
            MARKS,
            ISOLATION,
            SALT,
            CLUSTER,
            RUN_TIMEOUT,
            RECORD,
            REFERENCE);

    private EngineSettings() {}

    private static Optional<Optional<String>> master(String text) {
        return text.isEmpty() || MASTER.matcher(text).matches()
                ? Optional.of(Optional.of(text).filter(master -> !master.isEmpty()))
                : Optional.empty();
    }

    private static Optional<OptionalInt> optionalCount(String text) {
        return text.isEmpty()
                ? Optional.of(OptionalInt.empty())
                : Setting.wholeNumber(text, count -> count >= 1 && count <= Integer.MAX_VALUE)
                        .map(count -> OptionalInt.of(count.intValue()));
    }
}
