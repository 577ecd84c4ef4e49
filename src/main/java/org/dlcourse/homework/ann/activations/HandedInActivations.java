package org.dlcourse.homework.ann.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.SubmittedResults;
import org.dlcourse.homework.ann.Failures;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.ReferenceCurves;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The page on a student's result files of the two activation functions.
 *
 * @param part the files
 */
record HandedInActivations(HandedInPart part) {
    static final int PART = 4;
    static final String RELU_LOSS = "relu_loss_curve";
    static final String SIGMOID_LOSS = "sigmoid_loss_curve";
    static final String RELU_GRADIENT = "relu_grad_curve";
    static final String SIGMOID_GRADIENT = "sigmoid_grad_curve";

    /** The criteria beside that of complete curves. */
    static final String LOWER_LOSS = "loss";

    static final String DEPTH = "gradient and depth";
    static final String DEEPEST = "deepest networks";

    private static final int CLASSES = 10;

    /** The networks that learn nothing with the sigmoid. */
    static final List<String> DEEPEST_NETWORKS = List.of("cnn_4", "cnn_5");

    HandedInActivations(SubmittedResults results) {
        this(new HandedInPart(
                results,
                GrayCifarArchitectures.all().stream().map(Architecture::name).toList(),
                List.of(RELU_LOSS, SIGMOID_LOSS, RELU_GRADIENT, SIGMOID_GRADIENT),
                List.of(),
                ActivationComparison.plan(GrayCifarArchitectures.MLP_1, Scale.FULL)
                        .points(HandedInPart.TRAINING_IMAGES)));
    }

    void show(Evidence evidence, ReferenceCurves reference) {
        Failures relu = notLowerWithRelu();
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Of 5 networks %d have a result file. With ReLU the final training loss is lower in %d of %d architectures.",
                part.found().size(),
                relu.of() - relu.found().size(),
                relu.of()));
        new HandedInActivationFigure(part).figure().ifPresent(evidence::figure);
        reference.show(evidence);
        evidence.table(table());
        part.show(evidence);
    }

    private DataTable table() {
        return new DataTable(
                "Final loss and mean norm of the gradient",
                List.of(
                        "Network",
                        "Loss of the last epoch, ReLU",
                        "Loss of the last epoch, sigmoid",
                        "Gradient, ReLU",
                        "Gradient, sigmoid",
                        "Ratio, sigmoid to ReLU"),
                part.networks().stream().map(this::row).toList());
    }

    private List<Object> row(String network) {
        return List.of(
                network,
                finalLoss(network, RELU_LOSS),
                finalLoss(network, SIGMOID_LOSS),
                scientific(gradient(network, RELU_GRADIENT)),
                scientific(gradient(network, SIGMOID_GRADIENT)),
                scientific(ratio(network)));
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }

    private static int epochs() {
        return ActivationComparison.plan(GrayCifarArchitectures.MLP_1, Scale.FULL)
                .epochs();
    }

    private double finalLoss(String network, String key) {
        return part.mean(network, key, 1 - 1.0 / epochs(), 1);
    }

    private double gradient(String network, String key) {
        return part.mean(network, key, 0, 1);
    }

    private double ratio(String network) {
        return gradient(network, SIGMOID_GRADIENT) / gradient(network, RELU_GRADIENT);
    }

    /** The largest difference of an epoch's mean loss from that of a uniform prediction. */
    private double deviation(String network) {
        double epochs = epochs();
        return IntStream.range(0, epochs())
                .mapToDouble(epoch -> part.mean(network, SIGMOID_LOSS, epoch / epochs, (epoch + 1) / epochs))
                .map(loss -> Math.abs(loss - Math.log(CLASSES)))
                .max()
                .orElseThrow();
    }

    void check(Evidence evidence) {
        evidence.criterion(HandedInPart.COMPLETE, () -> part.check(evidence));
        evidence.criterion(LOWER_LOSS, () -> notLowerWithRelu()
                .check(
                        evidence,
                        "architectures whose final training loss is not lower with ReLU",
                        EvidenceKind.STATISTICAL,
                        "the requirement: ReLU is better in every architecture"));
        evidence.criterion(
                DEPTH,
                () -> notFalling()
                        .check(
                                evidence,
                                "pairs of networks whose gradient is not smaller with more sigmoids",
                                EvidenceKind.STATISTICAL,
                                "each sigmoid contributes a factor of at most 1/4; mlp_1 and mlp_2 have one each and are not compared with each other"));
        evidence.criterion(DEEPEST, () -> DEEPEST_NETWORKS.forEach(network -> checkDeepest(evidence, network)));
    }

    private void checkDeepest(Evidence evidence, String network) {
        evidence.check(
                "largest difference of an epoch's mean loss from ln 10, " + network + " with the sigmoid",
                deviation(network),
                Bound.atMost(VanishingGradientAnswers.LARGEST_DEVIATION),
                EvidenceKind.STATISTICAL,
                "the network does not learn");
        evidence.check(
                "ratio of the gradients, sigmoid to ReLU, in " + network,
                ratio(network),
                Bound.below(ActivationPage.LARGEST_RATIO_OF_THE_DEEPEST),
                EvidenceKind.STATISTICAL,
                "the handout's published values");
    }

    private Failures notLowerWithRelu() {
        Predicate<String> lower = network -> finalLoss(network, RELU_LOSS) < finalLoss(network, SIGMOID_LOSS);
        return new Failures(
                part.networks().stream().filter(lower.negate()).toList(),
                part.networks().size());
    }

    private Failures notFalling() {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        for (Architecture fewer : GrayCifarArchitectures.all()) {
            for (Architecture more : GrayCifarArchitectures.all()) {
                if (activations(fewer) < activations(more)) {
                    pairs++;
                    if (!(gradient(more.name(), SIGMOID_GRADIENT) < gradient(fewer.name(), SIGMOID_GRADIENT))) {
                        wrong.add(fewer.name() + " and " + more.name());
                    }
                }
            }
        }
        return new Failures(wrong, pairs);
    }

    private static long activations(Architecture architecture) {
        return architecture.layers().stream()
                .filter(LayerSpec.Activation.class::isInstance)
                .count();
    }
}
