package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;

/**
 * The accuracies with the constant learning rates, the schedule and Adam.
 *
 * @param result of the comparison of learning rates
 * @param adam runs of the same architecture and data with Adam
 */
record OptimiserTable(LearningRateComparison.Result result, Repeats adam) {
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        result.constant()
                .forEach(repeats ->
                        rows.add(row("SGD, learning rate " + LearningRateAnswers.learningRate(repeats), repeats)));
        rows.add(row("SGD, schedule", result.scheduled()));
        rows.add(row("Adam, default parameters", adam));
        return new DataTable(
                "Accuracy of " + result.architecture().name()
                        + " after training, by optimiser: mean and 95 % confidence interval",
                List.of(
                        "Optimiser",
                        "Epochs",
                        "Batch size",
                        "Training accuracy",
                        "Validation accuracy",
                        "Test accuracy"),
                rows);
    }

    private static List<Object> row(String name, Repeats repeats) {
        return List.of(
                name,
                repeats.plan().epochs(),
                repeats.plan().batchSize(),
                repeats.trainingAccuracy(),
                repeats.validationAccuracy(),
                repeats.testAccuracy());
    }
}
