package org.dlcourse.homework.dogs.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.ReluNetwork;

/** Training and evaluation in plain loops over numbers, sample by sample: a second implementation, from which expected values come. */
final class LoopDescent implements EpochTraining, Evaluation, ModelRun {
    @Override
    public Epoch trainEpoch(ReluNetwork start, LabelledSamples samples, int batchSize, double learningRate) {
        double[] parameters = start.parameters();
        double loss = 0;
        int correct = 0;
        for (int from = 0; from < samples.count(); from += batchSize) {
            int to = Math.min(samples.count(), from + batchSize);
            double[] gradient = new double[parameters.length];
            for (int i = from; i < to; i++) {
                LoopPass pass = new LoopPass(
                        start.layers(), parameters, samples.inputs().getRow(i).toDoubleVector());
                loss += pass.loss(samples.labels()[i]);
                correct += pass.chosen() == samples.labels()[i] ? 1 : 0;
                pass.addGradient(samples.labels()[i], gradient);
            }
            for (int k = 0; k < parameters.length; k++) {
                parameters[k] -= learningRate * gradient[k] / (to - from);
            }
        }
        return new Epoch(start.withParameters(parameters), loss / samples.count(), (double) correct / samples.count());
    }

    @Override
    public Measured evaluate(ReluNetwork network, LabelledSamples samples, int batchSize) {
        Epoch still = trainEpoch(network, samples, samples.count(), 0);
        return new Measured(still.loss(), still.accuracy());
    }

    @Override
    public Trained train(ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
        return curves(start, training, Optional.of(validation), plan);
    }

    @Override
    public Trained trainWithoutValidation(ReluNetwork start, LabelledSamples training, Plan plan) {
        return curves(start, training, Optional.empty(), plan);
    }

    @Override
    public Measured test(ReluNetwork network, LabelledSamples test, int batchSize) {
        return evaluate(network, test, batchSize);
    }

    private Trained curves(
            ReluNetwork start, LabelledSamples training, Optional<LabelledSamples> validation, Plan plan) {
        List<Epoch> epochs = new ArrayList<>();
        List<Measured> validations = new ArrayList<>();
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < plan.epochs(); i++) {
            ReluNetwork network = epochs.isEmpty() ? start : epochs.get(i - 1).network();
            epochs.add(trainEpoch(network, training, plan.batchSize(), plan.learningRate()));
            if (validation.isPresent()) {
                Measured after = evaluate(epochs.get(i).network(), validation.get(), plan.batchSize());
                validations.add(after);
                if (before - after.loss() < plan.stopThreshold()) {
                    break;
                }
                before = after.loss();
            }
        }
        return new Trained(
                epochs.get(epochs.size() - 1).network(),
                epochs.stream().mapToDouble(Epoch::loss).toArray(),
                validations.stream().mapToDouble(Measured::loss).toArray(),
                epochs.stream().mapToDouble(Epoch::accuracy).toArray(),
                validations.stream().mapToDouble(Measured::accuracy).toArray());
    }
}
