package org.dlcourse.homework.ann.architectures;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.SeededRandom;

/**
 * The control of the comparison of architectures: mlp_1, trained in the same way with randomly permuted training labels. A test
 * accuracy above chance would show that test labels leak into the training.
 */
record PermutedLabels() implements Experiment<PermutedLabels.Result> {
    private static final int PERMUTATIONS = 10_000;

    /** The fraction of permutations below, and of those above, the interval that counts as chance. */
    private static final double TAIL = 0.0005;

    /**
     * The trained networks.
     *
     * @param data images with permuted training labels
     * @param repeats all runs
     */
    record Result(TrainingData data, Repeats repeats) {
        /** The mean test accuracy over the repeats. */
        double accuracy() {
            return repeats.testAccuracy().mean();
        }

        /**
         * The interval that holds 99.9 % of the accuracies if the networks learnt nothing about the classes: then the
         * predicted classes can be renamed at random. Images of a class are similar and get similar predictions, so the
         * interval is wider than for independent guesses.
         */
        ChanceLevel.Interval chance(long seed) {
            Random random = SeededRandom.of(seed, "names of classes");
            double[][] frequencies = frequencies();
            double[] accuracies = IntStream.range(0, PERMUTATIONS)
                    .mapToDouble(i -> accuracy(frequencies, SeededRandom.permutation(frequencies.length, random)))
                    .sorted()
                    .toArray();
            int beyond = (int) (TAIL * PERMUTATIONS);
            return new ChanceLevel.Interval(accuracies[beyond], accuracies[PERMUTATIONS - 1 - beyond]);
        }

        private static double accuracy(double[][] frequencies, int[] names) {
            return IntStream.range(0, names.length)
                    .mapToDouble(label -> frequencies[label][names[label]])
                    .sum();
        }

        /** The fraction of the test images, over all runs, of each class (row) and each predicted class (column). */
        private double[][] frequencies() {
            Examples test = data.test();
            double[][] frequencies = new double[test.classes()][test.classes()];
            for (Run run : repeats.runs()) {
                for (int i = 0; i < test.count(); i++) {
                    int predicted = largest(run.result().testProbabilities().row(i));
                    frequencies[test.labels()[i]][predicted] +=
                            1.0 / test.count() / repeats.runs().size();
                }
            }
            return frequencies;
        }

        private static int largest(float[] probabilities) {
            return IntStream.range(0, probabilities.length)
                    .reduce((a, b) -> probabilities[b] > probabilities[a] ? b : a)
                    .orElseThrow();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        TrainingData data = laboratory.result(new GrayCifar10()).data();
        Examples training = data.training();
        int[] order = SeededRandom.permutation(
                training.count(), SeededRandom.of(laboratory.settings().seed(), "permuted labels"));
        int[] permuted =
                IntStream.of(order).map(index -> training.labels()[index]).toArray();
        TrainingData control = new TrainingData(
                data.title() + ", training labels permuted",
                training.withLabels(permuted),
                data.validation(),
                data.test());
        Repeats repeats = laboratory
                .grid(
                        control,
                        List.of(plan(laboratory.settings().scale())),
                        laboratory.settings().repeats(3, 3))
                .get(0);
        return new Result(control, repeats);
    }

    private static TrainingPlan plan(Scale scale) {
        TrainingPlan compared = ArchitectureComparison.plan(GrayCifarArchitectures.MLP_1, scale);
        return new TrainingPlan(
                compared.architecture(),
                compared.initialisation(),
                compared.optimiser(),
                compared.schedule(),
                compared.batchSize(),
                compared.epochs(),
                Recording.every(compared.recording().everySteps(), Curve.TRAINING_LOSS)
                        .withTestProbabilities());
    }
}
