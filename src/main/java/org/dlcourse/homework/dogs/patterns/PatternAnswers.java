package org.dlcourse.homework.dogs.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.homework.dogs.patterns.PatternNetworks.Kernels;

/**
 * What the kernels learnt from patterns say, in words that follow from their numbers.
 *
 * @param result what was found
 */
record PatternAnswers(PatternNetworks.Result result) {
    /** Coherence from which on a kernel is called an edge detector. */
    private static final double CLEAR = 0.7;

    /** Degrees from level or upright within which an orientation is called one of the two. */
    private static final double NEAR = 22.5;

    private static final double LEARNT = 0.9;

    private List<KernelOrientation> trained() {
        return result.kernels().stream()
                .flatMap(kernels -> Arrays.stream(kernels.after()))
                .map(kernel -> KernelOrientation.of(kernel, PatternNetworks.KERNEL))
                .toList();
    }

    private List<KernelOrientation> drawn() {
        return result.kernels().stream()
                .flatMap(kernels -> Arrays.stream(kernels.before()))
                .map(kernel -> KernelOrientation.of(kernel, PatternNetworks.KERNEL))
                .toList();
    }

    private static boolean isEdge(KernelOrientation orientation) {
        return orientation.coherence() > CLEAR && orientation.offAxis() < NEAR;
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
        long level = trained.stream()
                .filter(PatternAnswers::isEdge)
                .filter(KernelOrientation::isLevel)
                .count();
        long before = drawn().stream().filter(PatternAnswers::isEdge).count();
        // Twice the standard error of a difference of two counts.
        double luck = 2 * Math.sqrt(edges + before);
        return String.format(
                Locale.ROOT,
                "Of %d trained kernels %d have level or upright edges (%d level, %d upright; a coherence above %.1f and less than"
                        + " %.1f° off), of the same kernels as they were drawn %d. Their mean coherence goes from %.2f to %.2f. %s",
                trained.size(),
                edges,
                level,
                edges - level,
                CLEAR,
                NEAR,
                before,
                coherence(drawn()),
                coherence(trained),
                edges - before > luck
                        ? "Training makes edges of noise."
                        : "That is no more than chance gave them: these kernels are near what they were drawn as.");
    }

    String performance() {
        long learnt = result.kernels().stream().filter(this::hasLearnt).count();
        String accuracy = String.format(
                Locale.ROOT,
                "Test accuracy is %s; %d of %d repeats come above %.1f. ",
                result.repeats().testAccuracy(),
                learnt,
                result.kernels().size(),
                LEARNT);
        if (learnt == 0) {
            return accuracy
                    + "So nothing can be said of what a trained network's kernels are for: training ended too early for that.";
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
                                ? "The networks that tell the classes apart are those whose kernels do."
                                : "So a kernel need not look like an edge to serve: the layers behind can use any difference"
                                        + " between its answers to level and to upright bars.");
    }

    private boolean hasLearnt(Kernels kernels) {
        return kernels.run().result().testAccuracy() > LEARNT;
    }
}
