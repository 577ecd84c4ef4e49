package org.dlcourse.homework.dogs.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dlcourse.homework.dogs.patterns.PatternNetworks.Kernels;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;

/**
 * Answers on the kernels of the first layer, composed from the results.
 *
 * @param result the trained networks
 */
record PatternAnswers(PatternNetworks.Result result) {
    /** Coherence above which a kernel counts as an edge detector. */
    private static final double MIN_COHERENCE = 0.7;

    /** Deviation in degrees below which an orientation counts as horizontal or vertical. */
    private static final double MAX_DEVIATION = 22.5;

    /** Test accuracy above which a network has learnt the classes. */
    private static final double LEARNT = 0.9;

    /** What the runs show, in one sentence. */
    String conclusion() {
        SeedSample accuracies = result.accuracies();
        return String.format(
                Locale.ROOT,
                "The %d networks have test accuracies from %.3f to %.3f (chance is 0.5); training changes the mean coherence of their"
                        + " kernels from %.2f to %.2f (1 is an edge of one orientation), and %d of %d trained kernels are edge"
                        + " detectors.",
                result.kernels().size(),
                accuracies.min(),
                accuracies.max(),
                coherence(initial()),
                coherence(trained()),
                trained().stream().filter(PatternAnswers::isEdge).count(),
                trained().size());
    }

    private List<KernelOrientation> trained() {
        return result.kernels().stream()
                .flatMap(kernels -> Arrays.stream(kernels.after()))
                .map(kernel -> KernelOrientation.of(kernel, PatternNetworks.KERNEL))
                .toList();
    }

    private List<KernelOrientation> initial() {
        return result.kernels().stream()
                .flatMap(kernels -> Arrays.stream(kernels.before()))
                .map(kernel -> KernelOrientation.of(kernel, PatternNetworks.KERNEL))
                .toList();
    }

    private static boolean isEdge(KernelOrientation orientation) {
        return orientation.coherence() > MIN_COHERENCE && orientation.deviation() < MAX_DEVIATION;
    }

    private static double coherence(List<KernelOrientation> orientations) {
        return orientations.stream()
                .mapToDouble(KernelOrientation::coherence)
                .average()
                .orElseThrow();
    }

    String kernels() {
        List<KernelOrientation> trained = trained();
        long edges = trained.stream().filter(PatternAnswers::isEdge).count();
        long horizontal = trained.stream()
                .filter(PatternAnswers::isEdge)
                .filter(KernelOrientation::isHorizontal)
                .count();
        long before = initial().stream().filter(PatternAnswers::isEdge).count();
        SeedComparison coherence = coherence();
        // Twice the standard error of a difference of two counts.
        double threshold = 2 * Math.sqrt(edges + before);
        return String.format(
                Locale.ROOT,
                "Of %d trained kernels %d are detectors of horizontal or vertical edges (%d horizontal, %d vertical), with a coherence"
                        + " above %.1f and a deviation below %.1f°. Of the initial kernels, %d were. The mean coherence"
                        + " changes from %.2f to %.2f. %s",
                trained.size(),
                edges,
                horizontal,
                edges - horizontal,
                MIN_COHERENCE,
                MAX_DEVIATION,
                before,
                coherence(initial()),
                coherence(trained),
                edges - before > threshold
                        ? "Training turns random kernels into edge detectors."
                        : coherence.isShown()
                                ? "Training makes the kernels more oriented, but few become edge detectors. "
                                        + coherence.sentence()
                                : "The seeds do not show that training increases the coherence. "
                                        + coherence.sentence());
    }

    /** The mean coherence of each network's kernels, trained against initial. */
    private SeedComparison coherence() {
        return new SeedComparison(
                "coherence",
                coherence("trained kernels", Kernels::after),
                coherence("initial kernels", Kernels::before));
    }

    private SeedSample coherence(String name, Function<Kernels, double[][]> weights) {
        return new SeedSample(
                name,
                result.kernels().stream()
                        .map(kernels -> kernels.run().request().seed())
                        .toList(),
                result.kernels().stream()
                        .mapToDouble(kernels -> coherence(Arrays.stream(weights.apply(kernels))
                                .map(kernel -> KernelOrientation.of(kernel, PatternNetworks.KERNEL))
                                .toList()))
                        .toArray());
    }

    String performance() {
        long learnt = result.kernels().stream().filter(this::hasLearnt).count();
        String accuracy = String.format(
                Locale.ROOT,
                "The test accuracies are %s, one for each seed; %d of %d exceed %.1f. ",
                Arrays.stream(result.accuracies().values())
                        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                        .collect(Collectors.joining(", ")),
                learnt,
                result.kernels().size(),
                LEARNT);
        if (learnt == 0) {
            return accuracy + "No network has learnt the classes, whatever the orientation of its kernels.";
        }
        long learntWithEdges = result.kernels().stream()
                .filter(this::hasLearnt)
                .filter(kernels -> Arrays.stream(kernels.after())
                        .anyMatch(kernel -> isEdge(KernelOrientation.of(kernel, PatternNetworks.KERNEL))))
                .count();
        return accuracy
                + String.format(
                        Locale.ROOT,
                        "%d of these have an edge detector among their two kernels. %s",
                        learntWithEdges,
                        learntWithEdges == learnt
                                ? "So all networks that learnt the classes use edge detectors."
                                : "So an edge detector is not necessary: later layers can use any difference between a kernel's"
                                        + " responses to horizontal and to vertical bars.");
    }

    private boolean hasLearnt(Kernels kernels) {
        return kernels.run().result().testAccuracy() > LEARNT;
    }
}
