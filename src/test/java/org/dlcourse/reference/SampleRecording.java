package org.dlcourse.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Machine;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.training.Optimiser;

/** Made-up recordings. */
public final class SampleRecording {
    private SampleRecording() {}

    /** Of DOGS-2 at full scale, with one run of each of these test accuracies; their seeds count from 1. */
    public static RecordedRequirement of(double... accuracies) {
        return of(Map.of("course.scale", "full", "course.seed", "449"), runs(1, accuracies));
    }

    /** Of DOGS-2, made with these settings. */
    public static RecordedRequirement of(Map<String, String> settings, List<Run> runs) {
        return new RecordedRequirement(
                "DOGS-2",
                "Accuracy against training size",
                new RecordedOrigin(
                        "full",
                        "2026-11-28",
                        "4711",
                        "30e851a1c1c26592b348972716b58481f569ad95b6b8a95bf18be33e9fce7eca",
                        List.of("MNIST (real): 500 training images", "MNIST (real): 2,000 training images"),
                        "real",
                        "CpuBackend",
                        new Machine("AMD EPYC", 2, "Linux", "17"),
                        settings,
                        "mvn test -Dgroups=DOGS-2 -Pfull -Dcourse.seed=449"),
                new RecordedEvidence(
                        "With <b> it is .9.",
                        Optional.of(new RecordedCheck("test accuracy", "0.908", "> 0.9", "statistical", "the bound")),
                        List.of(new RecordedCheck("test accuracy", "0.908", "> 0.9", "statistical", "the bound")),
                        List.of(new DataTable(
                                "By size",
                                List.of("images", "accuracy"),
                                List.of(List.of(500, .1), List.of("all", 1.0)))),
                        Optional.of(new RecordedFigure(
                                "Accuracy",
                                "Accuracy. A line.",
                                "Of every <seed>.",
                                400,
                                "<svg viewBox=\"0 0 4 2\"/>"))),
                runs.stream().map(RecordedRun::of).toList());
    }

    /** One run of each test accuracy; their seeds count from the first, and so do their keys. */
    static List<Run> runs(int first, double... accuracies) {
        return runs(first, Optimiser.Adam.defaults(), accuracies);
    }

    /** The same of a plan with this optimiser. */
    static List<Run> runs(int first, Optimiser optimiser, double... accuracies) {
        return IntStream.range(0, accuracies.length)
                .mapToObj(i -> run(first + i, optimiser, accuracies[i]))
                .toList();
    }

    private static Run run(int seed, Optimiser optimiser, double accuracy) {
        Run run = SampleRun.of(GrayCifarArchitectures.MLP_1, seed)
                .with(optimiser)
                .withAccuracies(.5, accuracy)
                .run();
        return new Run("key " + seed, run.request(), run.result(), run.provenance());
    }
}
