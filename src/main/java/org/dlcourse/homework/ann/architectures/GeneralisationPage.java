package org.dlcourse.homework.ann.architectures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.architectures.FirstLayerStructure.Smoothness;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The page on generalisation, parameters, depth and first-layer weights of the five architectures.
 *
 * @param result of their comparison
 */
record GeneralisationPage(ArchitectureComparison.Result result) {
    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "%s has the fewest parameters (%,d) and %s the most (%,d). %s",
                result.fewestParameters().architecture().name(),
                result.fewestParameters().architecture().parameterCount(),
                result.mostParameters().architecture().name(),
                result.mostParameters().architecture().parameterCount(),
                sizes().sentence()));
        evidence.data(result.data().description());
        answerOnGeneralisation(evidence);
        evidence.figure(new SizeFigure(result).figure());
        evidence.table(table());
    }

    /** The test accuracies of the smallest and of the largest network. */
    private SeedComparison sizes() {
        return new SeedComparison(
                "test accuracy", accuracies(result.fewestParameters()), accuracies(result.mostParameters()));
    }

    private static SeedSample accuracies(Repeats repeats) {
        return SeedSample.of(repeats.architecture().name(), repeats.runs(), run -> run.result()
                .testAccuracy());
    }

    private void answerOnGeneralisation(Evidence evidence) {
        GeneralisationAnswers answers = new GeneralisationAnswers(result);
        FirstLayerAnswers firstLayers = new FirstLayerAnswers(result);
        evidence.answer(
                "Question 1: What is the generalisation performance of a classifier?",
                "Its performance on examples that it was not trained on and that come from the same distribution: the"
                        + " expected accuracy on new data. It is estimated by the accuracy on a test set that had no part in"
                        + " any choice.");
        evidence.answer(
                "Question 2: Which plots are informative about it?",
                "Those with images that the network is not trained on: validation accuracy during training, test accuracy"
                        + " against training accuracy, and validation against training accuracy. The distance from the diagonal"
                        + " is the generalisation gap. The training loss alone says nothing about generalisation. The page of"
                        + " ANN-3.1 has these plots of the same runs.");
        evidence.answer("Question 3: How do the architectures generalise?", answers.comparison());
        evidence.answer("Question 4: How does the number of parameters affect the performance?", answers.parameters());
        evidence.answer("Question 5: How does depth affect the performance?", answers.depth());
        evidence.answer(
                "Question 6: Are the weights interpretable?",
                "The page of ANN-3.1 shows the first layer of each network. " + firstLayers.interpretable());
        evidence.answer("Question 7: Are units specialised to classes?", firstLayers.specialised());
        evidence.answer(
                "Question 8: Which architecture's weights are the most interpretable?",
                firstLayers.mostInterpretable());
        evidence.answer("Question 9: Which structures are similar, and how do they compare?", answers.structures());
        evidence.answer("Question 10: Which architecture should be chosen?", answers.choice());
    }

    /** Size, depth, accuracies, gap and structure, one row per architecture. */
    private DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Repeats repeats : result.architectures()) {
            rows.add(List.of(
                    repeats.architecture().name(),
                    repeats.architecture().parameterCount(),
                    repeats.architecture().depth(),
                    repeats.architecture().multiplications(),
                    repeats.trainingAccuracy(),
                    repeats.testAccuracy(),
                    repeats.bestTestAccuracy(),
                    GeneralisationAnswers.gap(repeats),
                    FirstLayerStructure.of(repeats).smoothness().correlation()));
        }
        return new DataTable(
                "Size, accuracy and first-layer structure of the architectures, over " + result.runCount()
                        + " (±: 95 % confidence interval)",
                List.of(
                        "Architecture",
                        "Parameters",
                        "Layers with weights",
                        "Multiplications per image",
                        "Training accuracy",
                        "Test accuracy",
                        "Best test accuracy",
                        "Training - test accuracy",
                        "Correlation of neighbouring weights"),
                rows);
    }

    void check(Evidence evidence) {
        if (result.areTooFewImages()) {
            evidence.shownAtFullScaleOnly(String.format(
                    Locale.ROOT,
                    "%d epochs of %,d real images are too few for the deepest network, which has the fewest parameters.",
                    result.plan().epochs(),
                    result.data().training().count()));
        }
        Repeats smallest = result.fewestParameters();
        Repeats largest = result.mostParameters();
        evidence.check(
                "best test accuracy of " + smallest.architecture().name() + ", which has the fewest parameters",
                smallest.bestTestAccuracy(),
                Bound.above(largest.bestTestAccuracy()),
                EvidenceKind.STATISTICAL,
                "that of " + largest.architecture().name() + ", which has the most parameters");
        if (result.scale() == Scale.QUICK || sizes().differences().length >= SeedComparison.FEWEST_SEEDS) {
            sizes().check(evidence);
        }
        for (Repeats repeats : result.perceptrons()) {
            Smoothness smoothness = FirstLayerStructure.of(repeats).smoothness();
            evidence.check(
                    "correlation of neighbouring first-layer weights of "
                            + repeats.architecture().name(),
                    smoothness.correlation(),
                    Bound.above(FirstLayerAnswers.STANDARD_ERRORS * smoothness.standardError()),
                    EvidenceKind.STATISTICAL,
                    "four standard errors of the correlation for noise: the visible patterns were learnt");
        }
    }
}
