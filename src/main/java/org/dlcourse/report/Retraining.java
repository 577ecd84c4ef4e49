package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dlcourse.backend.LaunchSettings;
import org.dlcourse.experiment.ChosenRuns;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunStore;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.util.JavaProcess;

/**
 * Trains chosen runs of a requirement again, by its test in a process of its own and without a report.
 *
 * @param id of the requirement
 * @param settings of that process, by property
 * @param folder that the runs are kept in, with what the process says in {@code log.txt}
 */
public record Retraining(String id, Map<String, String> settings, Path folder) {
    /** The property that names the folder to a session. */
    static final String FOLDER = "runs.retrained";

    /** Keeps a copy. */
    public Retraining {
        settings = Map.copyOf(settings);
    }

    /**
     * What came of it.
     *
     * @param runs that were trained
     * @param reason why the test ended, in a line; not worth a word where all chosen runs were trained
     */
    public record Result(List<Run> runs, String reason) {}

    /**
     * Trains them.
     *
     * @throws IllegalStateException if no test on the class path proves the requirement
     * @throws UncheckedIOException if the process cannot be started or its folder not be written
     */
    public Result conduct(ChosenRuns chosen) {
        TrialProcess trial = new TrialProcess(folder);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(ChosenRuns.FILE), Json.write(chosen));
            List<String> lines = trial.run(process(trial.outcomes()));
            PassRates.Result result =
                    PassRates.trial(0, List.of(id), lines).results().get(id);
            return new Result(
                    new RunStore(folder).all(),
                    result.passed() ? "its test asks for no such run any more" : result.message());
        } catch (IOException e) {
            throw new UncheckedIOException("The runs of " + id + " cannot be trained again in " + folder + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs of " + id + " were trained again", e);
        }
    }

    private JavaProcess process(Path outcomes) {
        JavaProcess java = JavaProcess.of(SeedTrial.class.getName(), outcomes.toString(), test())
                .withOptions(LaunchSettings.options().toArray(String[]::new))
                .withOptions(
                        "-Xmx6g",
                        "-Djunit.jupiter.extensions.autodetection.enabled=true",
                        "-D" + AllureResults.FOLDER + "=" + folder.resolve("allure-results"),
                        "-D" + EngineSettings.RECORD.property() + "=",
                        "-D" + FOLDER + "=" + folder);
        for (String variable : LaunchSettings.variables()) {
            String[] nameAndValue = variable.split("=", 2);
            java = java.withVariable(nameAndValue[0], nameAndValue[1]);
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            java = java.withOptions("-D" + setting.getKey() + "=" + setting.getValue());
        }
        return java;
    }

    private String test() {
        Map<String, String> tests = new TreeMap<>();
        TestedRequirements.byJudgingSolutions().values().forEach(tests::putAll);
        String test = tests.get(id);
        if (test == null) {
            throw new IllegalStateException("No test on the class path proves " + id
                    + ", of which there is a recording. Tested: " + String.join(", ", tests.keySet()) + ".");
        }
        return test;
    }
}
