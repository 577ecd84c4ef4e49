package org.dlcourse.homework.ann.architectures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.grading.SubmittedResults;
import org.dlcourse.homework.ann.Failures;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.ReferenceCurves;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.FloatArray;

/**
 * The page on a student's result files of the five architectures.
 *
 * @param part the files
 */
record HandedInArchitectures(HandedInPart part) {
    static final int PART = 3;
    static final String LOSS = "loss_curve";
    static final String TRAINING_ACCURACY = "train_acc_curve";
    static final String VALIDATION_ACCURACY = "val_acc_curve";
    static final String TEST_ACCURACY = "test_acc";
    static final String WEIGHTS = "weights";

    /** The criteria beside that of complete curves. */
    static final String FIRST_LAYER = "first-layer weights";

    static final String COMPARED = "architectures compared";
    static final String ACCURACIES = "test accuracies";

    HandedInArchitectures(SubmittedResults results) {
        this(new HandedInPart(
                results,
                GrayCifarArchitectures.all().stream().map(Architecture::name).toList(),
                List.of(LOSS, TRAINING_ACCURACY, VALIDATION_ACCURACY),
                List.of(TEST_ACCURACY, WEIGHTS),
                ArchitectureComparison.plan(GrayCifarArchitectures.MLP_1, Scale.FULL)
                        .points(HandedInPart.TRAINING_IMAGES)));
    }

    void show(Evidence evidence, ReferenceCurves reference) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Of 5 networks %d have a result file. In %d of %d pairs the convolutional network has a higher test accuracy than"
                        + " the perceptron.",
                part.found().size(),
                families().of() - families().found().size(),
                families().of()));
        new HandedInComparisonFigure(part).figure().ifPresent(evidence::figure);
        reference.show(evidence);
        evidence.table(accuracies());
        part.show(evidence);
        for (RecordedTraining training : part.found()) {
            Architecture architecture = architecture(training.network());
            weights(training)
                    .filter(weights -> hasShape(architecture, weights) && HandedInPart.canBeDrawn(weights.doubles()))
                    .ifPresent(weights -> evidence.figure(new FirstLayerFigure(
                                    architecture,
                                    floats(architecture, weights),
                                    "from " + training.file() + ", with the test accuracy "
                                            + DataTable.readable(training.number(TEST_ACCURACY)),
                                    "")
                            .figure()));
        }
    }

    private static Architecture architecture(String name) {
        return GrayCifarArchitectures.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<NpyArray> weights(RecordedTraining training) {
        return training.array(WEIGHTS);
    }

    private DataTable accuracies() {
        return new DataTable(
                "Accuracies and weights",
                List.of(
                        "Network",
                        "Training accuracy, last tenth",
                        "Validation accuracy, last tenth",
                        "Test accuracy",
                        "Expected",
                        "Published best of ten runs",
                        "Weights",
                        "Expected weights"),
                part.networks().stream().map(this::row).toList());
    }

    private List<Object> row(String network) {
        AccuracyBand band = AccuracyBand.of(architecture(network));
        return List.of(
                network,
                readable(part.mean(network, TRAINING_ACCURACY, .9, 1)),
                readable(part.mean(network, VALIDATION_ACCURACY, .9, 1)),
                readable(part.number(network, TEST_ACCURACY)),
                Bound.between(band.lower(), band.upper()).toString(),
                band.published(),
                part.of(network)
                        .flatMap(HandedInArchitectures::weights)
                        .map(weights -> shape(weights.shape()))
                        .orElse("–"),
                shape(firstLayer(architecture(network))));
    }

    private static String readable(double number) {
        return Double.isNaN(number) ? "–" : DataTable.readable(number);
    }

    private static String shape(int... lengths) {
        return String.join(
                " x ", Arrays.stream(lengths).mapToObj(Integer::toString).toList());
    }

    /** The shape of the first layer's weights: [units, inputs] or [filters, channels, height, width]. */
    static int[] firstLayer(Architecture architecture) {
        return architecture.layers().get(0) instanceof Convolution convolution
                ? new int[] {
                    convolution.filters(),
                    architecture.input().channels(),
                    convolution.kernelHeight(),
                    convolution.kernelWidth()
                }
                : new int[] {
                    ((FullyConnected) architecture.layers().get(0)).units(),
                    Math.toIntExact(architecture.input().size())
                };
    }

    /** Whether these are as many units as expected, one after the other, of as many weights; a unit's weights in rows or flat. */
    private static boolean hasShape(Architecture architecture, NpyArray weights) {
        int[] expected = firstLayer(architecture);
        int perUnit = Arrays.stream(expected).skip(1).reduce(1, (a, b) -> a * b);
        int side = (int) Math.round(Math.sqrt(perUnit));
        int[] found = weights.shape();
        return Arrays.equals(found, expected)
                || Arrays.equals(found, new int[] {expected[0], perUnit})
                || Arrays.equals(found, new int[] {expected[0], side, side})
                || Arrays.equals(found, new int[] {expected[0], 1, side, side});
    }

    private static FloatArray floats(Architecture architecture, NpyArray weights) {
        double[] values = weights.doubles();
        float[] floats = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> floats[i] = (float) values[i]);
        return new FloatArray(firstLayer(architecture), floats);
    }

    void check(Evidence evidence) {
        evidence.criterion(HandedInPart.COMPLETE, () -> {
            part.check(evidence);
            falling()
                    .check(
                            evidence,
                            "networks whose training loss is not lower in its last tenth than in its first",
                            EvidenceKind.STATISTICAL,
                            "training lowers the loss");
        });
        evidence.criterion(FIRST_LAYER, () -> shapes().check(
                        evidence,
                        "weights of another shape than the first layer's",
                        EvidenceKind.EXACT,
                        "the handout's layers, on images of 32 x 32 gray values"));
        evidence.criterion(COMPARED, () -> families()
                .check(
                        evidence,
                        "pairs in which the convolutional network is not more accurate on test images than the perceptron",
                        EvidenceKind.STATISTICAL,
                        "the requirement: every convolutional network is more accurate than every perceptron"));
        evidence.criterion(ACCURACIES, () -> GrayCifarArchitectures.all()
                .forEach(architecture -> checkBand(evidence, architecture)));
    }

    private void checkBand(Evidence evidence, Architecture architecture) {
        AccuracyBand band = AccuracyBand.of(architecture);
        evidence.check(
                "test accuracy of " + architecture.name(),
                part.number(architecture.name(), TEST_ACCURACY),
                Bound.between(band.lower(), band.upper()),
                EvidenceKind.STATISTICAL,
                band.source());
    }

    private Failures falling() {
        return new Failures(
                part.found().stream()
                        .map(RecordedTraining::network)
                        .filter(network -> !(part.mean(network, LOSS, .9, 1) < part.mean(network, LOSS, 0, .1)))
                        .toList(),
                part.found().size());
    }

    private Failures shapes() {
        List<RecordedTraining> withWeights =
                part.found().stream().filter(one -> one.has(WEIGHTS)).toList();
        return new Failures(
                withWeights.stream()
                        .filter(one -> !hasShape(
                                architecture(one.network()), weights(one).orElseThrow()))
                        .map(one -> one.network() + " ("
                                + shape(weights(one).orElseThrow().shape()) + ", expected "
                                + shape(firstLayer(architecture(one.network()))) + ")")
                        .toList(),
                withWeights.size());
    }

    /** The pairs that the requirement compares; one that lacks a file is not shown to be right. */
    private Failures families() {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        for (Architecture network : GrayCifarArchitectures.all()) {
            for (Architecture perceptron : GrayCifarArchitectures.all()) {
                if (network.isConvolutional() && !perceptron.isConvolutional()) {
                    pairs++;
                    if (!(part.number(network.name(), TEST_ACCURACY) > part.number(perceptron.name(), TEST_ACCURACY))) {
                        wrong.add(network.name() + " and " + perceptron.name());
                    }
                }
            }
        }
        return new Failures(wrong, pairs);
    }
}
