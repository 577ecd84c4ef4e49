package org.dlcourse.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.dlcourse.experiment.ChosenRuns;
import org.dlcourse.experiment.Run;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.reference.RecordedRun;
import org.dlcourse.reference.Recordings;
import org.dlcourse.reference.ReferenceException;
import org.dlcourse.reference.RunVerification;
import org.dlcourse.reference.RunVerification.Verdict;
import org.dlcourse.report.Retraining;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.util.SeededRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that trains a sample of recorded runs again; {@code bin/verify-reference} starts it. */
@Command(
        name = "verify-reference",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Trains a sample of recorded runs again and compares them: to the bit where code, backend and processor are the"
                        + " recorded ones, elsewhere with the band of one more repeat of the plan.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all runs that could be judged agree",
            "1:a run differs",
            "2:no run could be judged, or the recordings cannot be used"
        })
public final class VerifyReference implements Callable<Integer> {
    /** Of all bands of a sample together. */
    private static final double CONFIDENCE = .99;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "fixtures/reference-runs",
            description = "folder of recordings (default: ${DEFAULT-VALUE})")
    private Path recordings;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "3",
            description = "how many runs are trained again (default: ${DEFAULT-VALUE})")
    private int sample;

    @Option(
            names = "--draw",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "seed by which they are drawn (default: ${DEFAULT-VALUE})")
    private long draw;

    @Option(
            names = "--only",
            paramLabel = "ID",
            description = "draw from the runs of this requirement; may be repeated")
    private List<String> only = List.of();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "folder of the real data sets (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = "target/results",
            description =
                    "folder of finished runs, from which those are taken that a drawn run builds on; missing ones are trained (default:"
                            + " ${DEFAULT-VALUE})")
    private Path results;

    @Spec
    private CommandSpec spec;

    private VerifyReference() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, whose exit status 2 comes with one line that says what is wrong. */
    static CommandLine command() {
        return new CommandLine(new VerifyReference()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof ReferenceException || failure instanceof IllegalStateException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
    }

    /** A run of a recorded requirement. */
    private record Drawn(RecordedRequirement requirement, RecordedRun recorded) {
        ChosenRuns.Chosen chosen() {
            return new ChosenRuns.Chosen(
                    recorded.run().request(), recorded.run().provenance().dataSha256());
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<Verdict, Integer> counts = new LinkedHashMap<>();
        List<Drawn> drawn = drawn();
        double confidence = 1 - (1 - CONFIDENCE) / drawn.size();
        for (List<Drawn> ofOne : byRequirement(drawn)) {
            RecordedRequirement requirement = ofOne.get(0).requirement();
            out.printf(Locale.ROOT, "%s: %s%n", requirement.id(), requirement.inWords());
            out.flush();
            Path folder = Files.createTempDirectory("runs-again");
            Retraining.Result again = new Retraining(requirement.id(), settings(requirement), folder)
                    .conduct(new ChosenRuns(ofOne.stream().map(Drawn::chosen).toList()));
            for (Drawn one : ofOne) {
                RunVerification verification = find(one, again.runs())
                        .map(run -> RunVerification.of(one.recorded(), requirement.runs(), run, confidence))
                        .orElseGet(
                                () -> new RunVerification(Verdict.NOT_JUDGED, "it was not trained: " + again.reason()));
                counts.merge(verification.verdict(), 1, Integer::sum);
                out.printf(
                        Locale.ROOT,
                        "  %s: %s: %s.%n",
                        one.recorded().run().request(),
                        verification.verdict(),
                        verification.words());
            }
            FileUtils.deleteDirectory(folder.toFile());
        }
        out.println(inWords(counts, drawn.size()));
        return counts.containsKey(Verdict.DIFFERS)
                ? CommandLine.ExitCode.SOFTWARE
                : counts.containsKey(Verdict.AGREES) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }

    private List<Drawn> drawn() {
        if (sample < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--sample is " + sample + ". Expected how many runs are trained again, from 1.");
        }
        List<Drawn> all = new ArrayList<>();
        for (RecordedRequirement requirement : new Recordings(recordings).all()) {
            if (only.isEmpty() || only.contains(requirement.id())) {
                requirement.runs().forEach(run -> all.add(new Drawn(requirement, run)));
            }
        }
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "There is no recorded run" + (only.isEmpty() ? "" : " of " + String.join(", ", only))
                            + " in " + recordings.toAbsolutePath()
                            + ". Expected folders that -Dcourse.record=FOLDER wrote, each with the id of a requirement.");
        }
        Random random = SeededRandom.of(draw, "sample of recorded runs");
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(sample, all.size()));
    }

    private static List<List<Drawn>> byRequirement(List<Drawn> drawn) {
        Map<String, List<Drawn>> byId = new LinkedHashMap<>();
        drawn.forEach(one -> byId.computeIfAbsent(one.requirement().id(), id -> new ArrayList<>())
                .add(one));
        return List.copyOf(byId.values());
    }

    private Map<String, String> settings(RecordedRequirement requirement) {
        Map<String, String> settings = new HashMap<>(requirement.origin().settings());
        if (!data.equals(Path.of(EngineSettings.DATA.defaultValue()))) {
            settings.put(EngineSettings.DATA.property(), data.toString());
        }
        settings.put(EngineSettings.RESULTS.property(), results.toString());
        return settings;
    }

    private static Optional<Run> find(Drawn one, List<Run> runs) {
        return runs.stream()
                .filter(run -> one.chosen()
                        .equals(new ChosenRuns.Chosen(
                                run.request(), run.provenance().dataSha256())))
                .findFirst();
    }

    private static String inWords(Map<Verdict, Integer> counts, int all) {
        return String.format(
                Locale.ROOT,
                "Of %d run%s %d agree%s, %d differ%s, %d could not be judged.",
                all,
                all == 1 ? "" : "s",
                counts.getOrDefault(Verdict.AGREES, 0),
                counts.getOrDefault(Verdict.AGREES, 0) == 1 ? "s" : "",
                counts.getOrDefault(Verdict.DIFFERS, 0),
                counts.getOrDefault(Verdict.DIFFERS, 0) == 1 ? "s" : "",
                counts.getOrDefault(Verdict.NOT_JUDGED, 0));
    }
}
