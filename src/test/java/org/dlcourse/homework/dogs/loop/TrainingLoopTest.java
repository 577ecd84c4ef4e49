package org.dlcourse.homework.dogs.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;
import org.dlcourse.util.SeededRandom;

class TrainingLoopTest {
    /** Losses near 1 from sums of a few products in single precision: some roundings of 6e-8. */
    private static final double FLOAT = 1e-6;

    private static final long SEED = 5;
    private static final int BATCH_SIZE = 3;
    private static final double RATE = 0.5;
    private static final Shape INPUT = new Shape(1, 1, 2);

    /** Seven examples: batches of 3, 3 and 1. */
    private final Examples training = examples(
            new float[] {1, 0, 0, 1, 1, 1, -1, .5f, .25f, -1, .5f, .75f, -.5f, -1}, new int[] {0, 1, 1, 0, 0, 1, 0});

    private final Examples validation = examples(new float[] {.5f, 0, 0, .5f, 1, -1}, new int[] {0, 1, 1});
    private final Examples test = examples(new float[] {2, 0, 0, 2, -1, 1}, new int[] {0, 0, 1});

    @Requirement("DOGS-0")
    void epochEvaluationAndModesAreThoseByHand(Evidence evidence) {
        TrainingData data = new TrainingData("seven points", training, validation, test);
        TrainingResult result = train(data, RATE);
        TrainingResult still = train(data, 0);
        ByHand byHand = ByHand.of(training, validation, test, RATE);
        ByHand untrained = ByHand.of(training, validation, test, 0);

        double epochLoss = result.curves().of(Curve.MEAN_TRAINING_LOSS)[0];
        double validationLoss = result.curves().of(Curve.VALIDATION_LOSS)[0];
        evidence.answer(
                "What is the loss of an epoch?",
                new Formula("L = \\frac{1}{N} \\sum_b n_b L_b"),
                String.format(
                        Locale.ROOT,
                        "The mean over examples: each batch's mean loss counts by its number of examples. Seven examples in batches"
                                + " of 3, 3 and 1 have losses of %s, which comes to %.6f; a plain mean of the three would be %.6f.",
                        byHand.batches(),
                        epochLoss,
                        byHand.plainMean()));
        evidence.answer(
                "What do the modes do?",
                "Training takes a step for every batch, in a random order, and measures the validation set after"
                        + " the epoch. Validation and testing only measure: with a learning rate of 0 an epoch's loss is the set's,"
                        + " and weights and losses stay. The test set is read once, at the end; training without one gives the same"
                        + " network.");
        evidence.table(new DataTable(
                "One epoch, by the harness and by hand",
                List.of("What", "Harness", "By hand"),
                List.of(
                        List.of("epoch's loss", digits(epochLoss), digits(byHand.epochLoss())),
                        List.of("validation loss after", digits(validationLoss), digits(byHand.validationLoss())),
                        List.of(
                                "validation accuracy after",
                                digits(result.validationAccuracy()),
                                digits(byHand.validationAccuracy())))));
        check(evidence, "epoch's loss", epochLoss, byHand.epochLoss());
        check(evidence, "validation loss after the epoch", validationLoss, byHand.validationLoss());
        check(
                evidence,
                "validation accuracy after the epoch",
                result.validationAccuracy(),
                byHand.validationAccuracy());
        check(evidence, "test accuracy at the end", result.testAccuracy(), byHand.testAccuracy());
        check(
                evidence,
                "loss of an epoch without learning, which is the set's",
                still.curves().of(Curve.MEAN_TRAINING_LOSS)[0],
                still.curves().of(Curve.TRAINING_SET_LOSS)[0]);
        check(
                evidence,
                "validation loss without learning",
                still.curves().of(Curve.VALIDATION_LOSS)[0],
                untrained.validationLoss());
        evidence.check(
                "control: plain mean of the batches' losses less the epoch's",
                Math.abs(byHand.plainMean() - epochLoss),
                Bound.above(100 * FLOAT),
                EvidenceKind.ROUNDING_BOUND,
                "a loss that does not weigh by batch size must be seen");
        evidence.check(
                "control: validation loss that training changed",
                Math.abs(validationLoss - untrained.validationLoss()),
                Bound.above(100 * FLOAT),
                EvidenceKind.ROUNDING_BOUND,
                "training changes the weights");
        evidence.check(
                "weights that differ when the test set is not there",
                differences(result, train(data.withoutTest(), RATE)),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "testing leaves the network as it is");
        evidence.assertChecks();
    }

    private static void check(Evidence evidence, String what, double measured, double expected) {
        evidence.check(
                what + ": difference",
                Math.abs(measured - expected),
                Bound.atMost(FLOAT),
                EvidenceKind.ROUNDING_BOUND,
                "by hand in double precision; some roundings of numbers near 1 in single precision, 6e-8 each");
    }

    private static int differences(TrainingResult one, TrainingResult other) {
        float[] ours = one.parameters().values();
        float[] theirs = other.parameters().values();
        return (int) IntStream.range(0, ours.length)
                .filter(i -> ours[i] != theirs[i])
                .count();
    }

    private static TrainingResult train(TrainingData data, double rate) {
        return new Trainer(plan(rate), data, SEED).train(TrainingProgress.SILENT);
    }

    private static TrainingPlan plan(double rate) {
        return new TrainingPlan(
                new Architecture("two classes", INPUT, List.of(new FullyConnected(2, true))),
                Initialisation.PYTORCH,
                new Optimiser.Sgd(rate),
                BATCH_SIZE,
                1,
                Recording.every(3, Curve.MEAN_TRAINING_LOSS, Curve.TRAINING_SET_LOSS, Curve.VALIDATION_LOSS)
                        .withParameters());
    }

    private static Examples examples(float[] features, int[] labels) {
        return Examples.of(features, new int[] {labels.length, 1, 1, 2}, labels, 2);
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.7f", number);
    }

    /** The epoch written out: two inputs, two classes, softmax, plain steps. */
    private record ByHand(
            List<Double> losses,
            List<Integer> sizes,
            double validationLoss,
            double validationAccuracy,
            double testAccuracy) {
        static ByHand of(Examples training, Examples validation, Examples test, double rate) {
            Line line = Line.start();
            List<Double> losses = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            int[] order = SeededRandom.permutation(training.count(), SeededRandom.of(SEED, "order of epoch 1"));
            for (int start = 0; start < order.length; start += BATCH_SIZE) {
                int[] batch = Arrays.copyOfRange(order, start, Math.min(order.length, start + BATCH_SIZE));
                losses.add(line.step(training, batch, rate));
                sizes.add(batch.length);
            }
            int[] all = IntStream.range(0, validation.count()).toArray();
            return new ByHand(
                    losses, sizes, line.step(validation, all, 0), line.accuracy(validation), line.accuracy(test));
        }

        double epochLoss() {
            double sum = 0;
            for (int i = 0; i < losses.size(); i++) {
                sum += losses.get(i) * sizes.get(i);
            }
            return sum / sizes.stream().mapToInt(Integer::intValue).sum();
        }

        double plainMean() {
            return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        String batches() {
            return String.join(
                    ", ",
                    losses.stream()
                            .map(loss -> String.format(Locale.ROOT, "%.6f", loss))
                            .toList());
        }
    }

    /** Weights [inputs][classes] and biases, from the same start as the harness's network. */
    private record Line(double[][] weights, double[] bias) {
        static Line start() {
            TrainingPlan plan = plan(0);
            MultiLayerNetwork network = plan.networks().create(plan.architecture(), SEED);
            double[][] weights = new double[2][2];
            double[] bias = new double[2];
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 2; i++) {
                    weights[i][c] = network.getParam("0_W").getDouble(i, c);
                }
                bias[c] = network.getParam("0_b").getDouble(c);
            }
            network.close();
            return new Line(weights, bias);
        }

        /** The batch's mean loss, and then a step. */
        double step(Examples examples, int[] batch, double rate) {
            double loss = 0;
            double[][] weightGradient = new double[2][2];
            double[] biasGradient = new double[2];
            for (int place : batch) {
                double[] probabilities = probabilities(examples, place);
                loss -= Math.log(probabilities[examples.labels()[place]]) / batch.length;
                for (int c = 0; c < 2; c++) {
                    double delta = (probabilities[c] - (c == examples.labels()[place] ? 1 : 0)) / batch.length;
                    biasGradient[c] += delta;
                    for (int i = 0; i < 2; i++) {
                        weightGradient[i][c] += delta * input(examples, place, i);
                    }
                }
            }
            for (int c = 0; c < 2; c++) {
                bias[c] -= rate * biasGradient[c];
                for (int i = 0; i < 2; i++) {
                    weights[i][c] -= rate * weightGradient[i][c];
                }
            }
            return loss;
        }

        double accuracy(Examples examples) {
            int right = 0;
            for (int place = 0; place < examples.count(); place++) {
                double[] probabilities = probabilities(examples, place);
                right += (probabilities[1] > probabilities[0] ? 1 : 0) == examples.labels()[place] ? 1 : 0;
            }
            return (double) right / examples.count();
        }

        private double[] probabilities(Examples examples, int place) {
            double[] exponentials = new double[2];
            for (int c = 0; c < 2; c++) {
                double logit = bias[c];
                for (int i = 0; i < 2; i++) {
                    logit += weights[i][c] * input(examples, place, i);
                }
                exponentials[c] = Math.exp(logit);
            }
            double sum = exponentials[0] + exponentials[1];
            return new double[] {exponentials[0] / sum, exponentials[1] / sum};
        }

        private static double input(Examples examples, int place, int i) {
            return examples.features().getDouble(place, 0, 0, i);
        }
    }
}
