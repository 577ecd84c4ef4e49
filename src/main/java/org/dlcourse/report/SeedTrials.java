package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.dlcourse.report.PassRates.Trial;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.util.AtomicFile;
import org.dlcourse.util.JavaProcess;

/**
 * Runs the requirements that a session tested again with other seeds, each seed in a process of its own, and counts how often they
 * pass.
 *
 * <p>The seeds are {@value #DISTANCE} apart, since the repeats of an experiment take the seeds that follow the first. Each has a
 * folder below the one of results, with its finished runs, so that what was broken off goes on.
 *
 * @param settings of the session
 * @param tests by the requirement's id, each as {@code class#method(types)}
 */
record SeedTrials(CourseSettings settings, Map<String, String> tests) {
    static final int DISTANCE = 1000;
    static final String TABLE = "pass-rates.md";

    private static final String FOLDER = "seeds";
    private static final String PAGES = "allure-results";
    private static final String PREFIX = "course.";
    /** Kept by the new processes, beside the course's. */
    private static final Set<String> PROPERTIES = Set.of(
            "java.awt.headless",
            "org.eclipse.deeplearning4j.helpers.disable",
            "junit.jupiter.extensions.autodetection.enabled");

    private static final Set<String> REPLACED = Set.of(
            EngineSettings.SEED.property(),
            EngineSettings.SEEDS.property(),
            EngineSettings.RESULTS.property(),
            EngineSettings.RECORD.property());

    /**
     * Runs them all, a seed after the other.
     *
     * @param log gets a line a seed, and the table of pass rates; before them a warning if the session trained on a cluster
     */
    void conduct(Consumer<String> log) {
        settings.cluster()
                .map(master -> "WARNING: the other seeds are trained in threads of this machine, not on " + master
                        + ", whose cores this session keeps until it ends. To train them there, start a session for each -D"
                        + EngineSettings.SEED.property() + ".")
                .ifPresent(log);
        List<Trial> trials = new ArrayList<>();
        for (int number = 1; number <= settings.seeds(); number++) {
            long seed = settings.seedOfRepeat(number * DISTANCE);
            long start = System.nanoTime();
            Trial trial = trial(seed);
            trials.add(trial);
            log.accept(String.format(
                    Locale.ROOT,
                    "Seed %d: %d of %d requirements passed, %.0f s",
                    seed,
                    trial.passed(),
                    tests.size(),
                    (System.nanoTime() - start) / 1e9));
        }
        PassRates rates = new PassRates(trials);
        Path file = folder().resolve(TABLE);
        write(file, rates.markdown());
        rates.reasons().forEach(log);
        log.accept(rates.markdown() + "This table: " + file.toUri());
    }

    private Trial trial(long seed) {
        Path folder = folder().resolve(Long.toString(seed));
        TrialProcess process = new TrialProcess(folder);
        try {
            List<String> lines = process.run(process(seed, folder, process.outcomes()));
            Trial trial = PassRates.trial(seed, List.copyOf(tests.keySet()), lines);
            if (trial.passed() == tests.size()) {
                // Kept only where somebody will ask why.
                FileUtils.deleteDirectory(folder.resolve(PAGES).toFile());
            }
            return trial;
        } catch (IOException e) {
            throw new UncheckedIOException("The tests with seed " + seed + " cannot be run in " + folder + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tests were run with seed " + seed, e);
        }
    }

    private JavaProcess process(long seed, Path folder, Path outcomes) {
        JavaProcess java = JavaProcess.of(SeedTrial.class.getName(), outcomes.toString())
                .withArguments(tests.values().toArray(String[]::new))
                .withOptions(
                        ManagementFactory.getRuntimeMXBean().getInputArguments().toArray(String[]::new));
        for (String property : System.getProperties().stringPropertyNames()) {
            if (PROPERTIES.contains(property) || property.startsWith(PREFIX) && !REPLACED.contains(property)) {
                java = java.withOptions("-D" + property + "=" + System.getProperty(property));
            }
        }
        return java.withOptions(
                // The session's own connection keeps a cluster's cores until it ends: these train in threads.
                "-D" + EngineSettings.CLUSTER.property() + "=",
                // Recorded is what the session itself showed.
                "-D" + EngineSettings.RECORD.property() + "=",
                "-D" + EngineSettings.SEED.property() + "=" + seed,
                "-D" + EngineSettings.RESULTS.property() + "=" + folder,
                "-D" + AllureResults.FOLDER + "=" + folder.resolve(PAGES));
    }

    private Path folder() {
        return settings.results().toAbsolutePath().resolve(FOLDER);
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of pass rates cannot be written to " + file + ".", e);
        }
    }
}
