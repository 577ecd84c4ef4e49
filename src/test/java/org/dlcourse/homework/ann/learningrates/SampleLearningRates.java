package org.dlcourse.homework.ann.learningrates;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningRateChange;
import org.dlcourse.training.Optimiser;

/** Invented runs with three learning rates, with a schedule and with Adam. */
final class SampleLearningRates {
    static final List<LearningRateChange> ONE_SWITCH = List.of(new LearningRateChange(50, 0.01));

    private SampleLearningRates() {}

    /** Learning rates 0.1, 0.01 and 0.001 with test accuracies of 0.6, 0.5 and 0.3. */
    static LearningRateComparison.Result result(Repeats scheduled) {
        return result(
                List.of(
                        constant(0.1, SampleData.line(2.3, 0.9), 0.6),
                        constant(0.01, SampleData.line(2.3, 1.6), 0.5),
                        constant(0.001, SampleData.line(2.3, 2.0), 0.3)),
                scheduled);
    }

    static LearningRateComparison.Result result(List<Repeats> constant, Repeats scheduled) {
        return new LearningRateComparison.Result(Scale.FULL, SampleData.data(), constant, scheduled);
    }

    /** A constant validation accuracy, unless the test accuracy is 0.1 the higher the larger the learning rate. */
    static Repeats constant(double learningRate, double[] loss, double test) {
        double validation = learningRate == 0.1 ? 0.5 : 0.4 - 0.1 / (100 * learningRate);
        double[] accuracy = SampleData.level(test == 0.1 ? 0.1 : validation);
        return SampleData.repeats(sample(loss, accuracy, test).with(new Optimiser.Sgd(learningRate)));
    }

    /** A validation accuracy of 0.5 for 5 epochs, as with learning rate 0.1, then as given, with a last epoch as given. */
    static Repeats scheduled(double test, List<LearningRateChange> changes, double afterSwitch, double atEnd) {
        double[] accuracy = SampleData.level(afterSwitch);
        Arrays.fill(accuracy, 0, 5, 0.5);
        accuracy[14] = atEnd;
        return SampleData.repeats(sample(SampleData.line(2.3, 0.9), accuracy, test)
                .with(new Optimiser.Sgd(0.1))
                .with(changes));
    }

    static Repeats adam(double test) {
        return SampleData.repeats(sample(SampleData.line(2.3, 0.8), SampleData.line(0.2, 0.6), test));
    }

    private static SampleRun sample(double[] loss, double[] accuracy, double test) {
        return SampleData.run(
                        GrayCifarArchitectures.CNN_4,
                        Map.of(Curve.TRAINING_LOSS, loss, Curve.VALIDATION_ACCURACY, accuracy))
                .withAccuracies(test, test);
    }
}
