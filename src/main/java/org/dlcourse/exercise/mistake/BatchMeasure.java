package org.dlcourse.exercise.mistake;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a mini-batch adds to the loss and accuracy of an epoch, and the wrong ways to put those together. */
record BatchMeasure(double loss, double accuracy, int samples) {
    /**
     * A way to put mini-batches together.
     *
     * @param cause that it is wrong by
     * @param loss of all
     * @param accuracy of all
     */
    record Way(
            String cause, ToDoubleFunction<List<BatchMeasure>> loss, ToDoubleFunction<List<BatchMeasure>> accuracy) {}

    /** The wrong ways, each with a loss or an accuracy of its own where the last mini-batch is smaller. */
    static List<Way> wrong() {
        return List.of(
                new Way(
                        "the loss is the mean over mini-batches and not over samples; the last mini-batch is smaller",
                        BatchMeasure::meanLoss,
                        BatchMeasure::rightAccuracy),
                new Way(
                        "loss and accuracy are means over mini-batches and not over samples; the last mini-batch is smaller",
                        BatchMeasure::meanLoss,
                        BatchMeasure::meanAccuracy),
                new Way(
                        "the loss is the sum over mini-batches and not the mean over samples",
                        BatchMeasure::sumOfBatches,
                        BatchMeasure::rightAccuracy),
                new Way(
                        "the loss is the sum over samples and not their mean",
                        all -> rightLoss(all) * count(all),
                        BatchMeasure::rightAccuracy),
                new Way(
                        "the mini-batches' mean losses are added and divided by the number of samples",
                        all -> sumOfBatches(all) / count(all),
                        BatchMeasure::rightAccuracy),
                new Way(
                        "loss and accuracy are those of the last mini-batch alone",
                        all -> last(all).loss(),
                        all -> last(all).accuracy()),
                new Way(
                        "the loss is that of the last mini-batch alone",
                        all -> last(all).loss(),
                        BatchMeasure::rightAccuracy),
                new Way(
                        "the number of correct predictions is returned and not their fraction",
                        BatchMeasure::rightLoss,
                        all -> rightAccuracy(all) * count(all) / PERCENT));
    }

    /** Numbers above 1 are read as percent. */
    private static final double PERCENT = 100;

    private static BatchMeasure last(List<BatchMeasure> all) {
        return all.get(all.size() - 1);
    }

    private static int count(List<BatchMeasure> all) {
        return all.stream().mapToInt(BatchMeasure::samples).sum();
    }

    private static double sumOfBatches(List<BatchMeasure> all) {
        return all.stream().mapToDouble(BatchMeasure::loss).sum();
    }

    private static double meanLoss(List<BatchMeasure> all) {
        return sumOfBatches(all) / all.size();
    }

    private static double meanAccuracy(List<BatchMeasure> all) {
        return all.stream().mapToDouble(BatchMeasure::accuracy).sum() / all.size();
    }

    static double rightLoss(List<BatchMeasure> all) {
        return all.stream().mapToDouble(one -> one.loss() * one.samples()).sum() / count(all);
    }

    static double rightAccuracy(List<BatchMeasure> all) {
        return all.stream().mapToDouble(one -> one.accuracy() * one.samples()).sum() / count(all);
    }
}
