package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class Question4LibraryTest {
    private static final double REQUIRED = 1e-6;
    private static final int EXAMPLES = 20;
    private static final double PENALTY = .25;

    @Requirement("FCNET-4a")
    void libraryAgreesWithTheNetworkByHand(Experiments experiments, Evidence evidence) {
        LibraryComparison.Result result = experiments.run(new LibraryComparison());
        HyperparameterSearch.Result search = result.search();
        Gradients gradients = new Gradients(search.data());
        double[] byHand = result.byHand().result().curves().of(Curve.MEAN_TRAINING_LOSS);
        double[] byLibrary = result.byLibrary().result().curves().of(Curve.MEAN_TRAINING_LOSS);
        evidence.data(search.data().description());
        evidence.answer(
                "Is it the same network?",
                String.format(
                        Locale.ROOT,
                        "On the same weights and images DL4J's gradients differ from ours by at most %.1e of the largest one, in"
                                + " double precision. Trained from the same first weights on the same batches, ours in double"
                                + " and DL4J's in single precision, their mean losses differ by %.1e up to step %d and by"
                                + " %.1e in the last steps up to %,d; validation accuracy is %.3f by hand and %.3f by the library.",
                        gradients.largestError(),
                        Math.abs(byLibrary[0] - byHand[0]),
                        result.byHand().result().curves().steps()[0],
                        Math.abs(byLibrary[byLibrary.length - 1] - byHand[byHand.length - 1]),
                        search.best().candidate().steps(),
                        result.byHand().result().validationAccuracy(),
                        result.byLibrary().result().validationAccuracy()));
        evidence.figure(new TwoCurvesFigure(
                        "By hand and by library",
                        "The tuned network from the same first weights on the same batches; where both lines coincide, only one"
                                + " is seen. Seed " + result.byHand().request().seed() + ". Data: "
                                + search.data().description() + ".",
                        List.of(result.byHand(), result.byLibrary()),
                        List.of("by hand", "by DL4J"),
                        false)
                .figure());
        evidence.table(gradients.table());
        evidence.check(
                "largest relative difference of DL4J's gradients from ours",
                gradients.largestError(),
                Bound.atMost(REQUIRED),
                EvidenceKind.EXACT,
                "the requirement's; rounding in double leaves some 1e-15");
        evidence.check(
                "control: the same with DL4J's own factor 1/2 in the penalty",
                new Gradients(search.data(), PENALTY / 2).largestError(),
                Bound.above(REQUIRED),
                EvidenceKind.EXACT,
                "a wrong penalty must be seen");
        evidence.check(
                "validation accuracy by the library",
                result.byLibrary().result().validationAccuracy(),
                Bound.above(ChanceLevel.upperEnd(10, search.data().validation().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        if (search.scale() == Scale.FULL) {
            evidence.check(
                    "validation accuracy by the library at full scale",
                    result.byLibrary().result().validationAccuracy(),
                    Bound.above(.48),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
        }
        evidence.assertChecks();
    }

    @Requirement("FCNET-4c")
    void depthIsComparedFromTwoToFiveLayers(Experiments experiments, Evidence evidence) {
        DepthComparison.Result result = experiments.run(new DepthComparison());
        DepthAnswers answers = new DepthAnswers(result);
        DepthFigure figure = new DepthFigure(result);
        evidence.data(result.data().description());
        evidence.data(result.tested().provenance().data());
        evidence.answer("What does depth bring?", answers.conclusion());
        evidence.answer("Does it overfit?", answers.overfitting());
        evidence.answer("How good is the best on images that nothing was chosen by?", answers.tested());
        evidence.figure(figure.figure());
        evidence.table(figure.table());
        for (Repeats repeats : result.depths()) {
            evidence.check(
                    "mean validation accuracy of " + repeats.architecture().name(),
                    repeats.validationAccuracy().mean(),
                    Bound.above(
                            ChanceLevel.upperEnd(10, result.data().validation().count())),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above chance");
        }
        RepeatedRun.ofProcess()
                .check(
                        evidence,
                        "difference of the validation accuracy when the best run is repeated for the test",
                        result.tested().result().validationAccuracy()
                                - result.best().result().validationAccuracy(),
                        result.data().validation().count(),
                        "the same plan and seed give the same bits");
        assertThat(result.depths().stream()
                        .map(repeats -> repeats.architecture().depth()))
                .as("layers with weights")
                .isEqualTo(DepthComparison.DEPTHS);
        evidence.assertChecks();
    }

    /** Ours and DL4J's gradients for the same weights and images. */
    private static final class Gradients {
        private final List<List<Object>> rows = new ArrayList<>();
        private double largest;

        Gradients(TrainingData data) {
            this(data, PENALTY);
        }

        /** With another penalty on DL4J's side. */
        Gradients(TrainingData data, double penaltyOfLibrary) {
            INDArray inputs = data.training()
                    .features()
                    .get(NDArrayIndex.interval(0, EXAMPLES))
                    .castTo(DataType.DOUBLE)
                    .reshape(EXAMPLES, -1);
            int[] labels = Arrays.copyOf(data.training().labels(), EXAMPLES);
            MultiLayerNetwork network = new NetworkFactory(
                            new Sgd(1), Initialisation.PYTORCH, Objective.penalised(penaltyOfLibrary), DataType.DOUBLE)
                    .create(Candidate.defaults(1).plan(EXAMPLES, EXAMPLES).architecture(), 7);
            Parameters start = parameters(network);
            TwoLayerNetwork ours = new MatrixTwoLayerNetwork();
            Parameters expected = ours.loss(start, inputs, labels, PENALTY).gradients();

            // A step of rate 1 takes off the gradient: averaged over the batch and with the penalty's.
            network.fit(inputs, OneHot.of(labels, 10, DataType.DOUBLE));
            Parameters after = parameters(network);
            network.close();

            add("W(1)", start.hiddenWeights().sub(after.hiddenWeights()), expected.hiddenWeights());
            add("b(1)", start.hiddenBias().sub(after.hiddenBias()), expected.hiddenBias());
            add("W(2)", start.outputWeights().sub(after.outputWeights()), expected.outputWeights());
            add("b(2)", start.outputBias().sub(after.outputBias()), expected.outputBias());
        }

        private void add(String name, INDArray actual, INDArray expected) {
            double error = RelativeError.of(values(actual), values(expected));
            largest = Math.max(largest, error);
            rows.add(List.of(
                    name,
                    Arrays.toString(expected.shape()),
                    String.format(Locale.ROOT, "%.3g", expected.ameanNumber().doubleValue()),
                    String.format(Locale.ROOT, "%.1e", error)));
        }

        double largestError() {
            return largest;
        }

        DataTable table() {
            return new DataTable(
                    "Gradients of " + EXAMPLES + " images, DL4J's against ours",
                    List.of("Parameter", "Shape", "Mean size", "Largest difference / largest gradient"),
                    rows);
        }

        private static Parameters parameters(MultiLayerNetwork network) {
            return new Parameters(
                    network.getParam("0_W").dup(),
                    network.getParam("0_b")
                            .dup()
                            .reshape(network.getParam("0_b").length()),
                    network.getParam("1_W").dup(),
                    network.getParam("1_b")
                            .dup()
                            .reshape(network.getParam("1_b").length()));
        }

        private static double[] values(INDArray array) {
            return array.dup('c').data().asDouble();
        }
    }
}
