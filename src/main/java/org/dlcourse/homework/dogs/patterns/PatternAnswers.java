package org.dlcourse.homework.dogs.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.homework.dogs.patterns.PatternNetworks.Kernels;

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
        // Twice the standard error of a difference of two counts.
        double threshold = 2 * Math.sqrt(edges + before);
        return String.format(
                Locale.ROOT,
                "Of %d trained kernels %d are detectors of horizontal or vertical edges (%d horizontal, %d vertical), with a coherence"
                        + " above %.1f and a deviation below %.1f°. Of the initial kernels %d are. The mean coherence"
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
                        : "The increase is within two standard errors of the counts: these data do not show that training produced edge detectors.");
    }

    String performance() {
        long learnt = result.kernels().stream().filter(this::hasLearnt).count();
        String accuracy = String.format(
                Locale.ROOT,
                "The test accuracy is %s; %d of %d repeats exceed %.1f. ",
                result.repeats().testAccuracy(),
                learnt,
                result.kernels().size(),
                LEARNT);
        if (learnt == 0) {
            return accuracy
                    + "So these data cannot show what the kernels contribute: no network has learnt the classes.";
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
