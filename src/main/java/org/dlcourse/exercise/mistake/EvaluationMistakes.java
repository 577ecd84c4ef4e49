package org.dlcourse.exercise.mistake;

import java.util.List;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.kit.Mistake;

/** Wrong evaluations of a network, each a correct one with one change. */
public final class EvaluationMistakes {
    private EvaluationMistakes() {}

    /** All of them, made from a correct solution. */
    public static List<Mistake<Evaluation>> of(Evaluation right) {
        return BatchMeasure.wrong().stream()
                .map(way -> new Mistake<Evaluation>(way.cause(), (network, samples, batchSize) -> {
                    List<BatchMeasure> batches = samples.batches(batchSize).stream()
                            .map(batch -> measure(right.evaluate(network, batch, batch.count()), batch))
                            .toList();
                    return new Evaluation.Measured(
                            way.loss().applyAsDouble(batches), way.accuracy().applyAsDouble(batches));
                }))
                .toList();
    }

    private static BatchMeasure measure(Evaluation.Measured measured, LabelledSamples batch) {
        return new BatchMeasure(measured.loss(), measured.accuracy(), batch.count());
    }
}
