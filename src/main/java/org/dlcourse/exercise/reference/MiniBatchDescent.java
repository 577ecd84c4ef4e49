package org.dlcourse.exercise.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.exercise.ReluNetwork.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Gradient descent in mini-batches from matrix operations, in double precision. */
public final class MiniBatchDescent implements EpochTraining, Evaluation, ModelRun {
    @Override
    public Epoch trainEpoch(ReluNetwork start, LabelledSamples samples, int batchSize, double learningRate) {
        ReluNetwork network = start;
        double loss = 0;
        double correct = 0;
        for (LabelledSamples batch : samples.batches(batchSize)) {
            Measured before = measured(network, batch);
            loss += before.loss() * batch.count();
            correct += before.accuracy() * batch.count();
            network = updated(network, batch, learningRate);
        }
        return new Epoch(network, loss / samples.count(), correct / samples.count());
    }

    @Override
    public Measured evaluate(ReluNetwork network, LabelledSamples samples, int batchSize) {
        return measured(network, samples);
    }

    @Override
    public Trained train(ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
        return train(start, training, Optional.of(validation), plan);
    }

    @Override
    public Trained trainWithoutValidation(ReluNetwork start, LabelledSamples training, Plan plan) {
        return train(start, training, Optional.empty(), plan);
    }

    @Override
    public Measured test(ReluNetwork network, LabelledSamples test, int batchSize) {
        return measured(network, test);
    }

    private Trained train(
            ReluNetwork start, LabelledSamples training, Optional<LabelledSamples> validation, Plan plan) {
        List<Epoch> epochs = new ArrayList<>();
        List<Measured> validations = new ArrayList<>();
        ReluNetwork network = start;
        boolean falls = true;
        while (falls && epochs.size() < plan.epochs()) {
            Epoch epoch = trainEpoch(network, training, plan.batchSize(), plan.learningRate());
            network = epoch.network();
            epochs.add(epoch);
            if (validation.isPresent()) {
                validations.add(measured(network, validation.get()));
                int last = validations.size() - 1;
                falls = last == 0
                        || validations.get(last - 1).loss()
                                        - validations.get(last).loss()
                                >= plan.stopThreshold();
            }
        }
        return new Trained(
                network,
                epochs.stream().mapToDouble(Epoch::loss).toArray(),
                validations.stream().mapToDouble(Measured::loss).toArray(),
                epochs.stream().mapToDouble(Epoch::accuracy).toArray(),
                validations.stream().mapToDouble(Measured::accuracy).toArray());
    }

    private static Measured measured(ReluNetwork network, LabelledSamples samples) {
        List<INDArray> activations = activations(network, samples.inputs());
        INDArray scores = activations.get(activations.size() - 1);
        INDArray probabilities = Transforms.softmax(scores, true);
        INDArray chosen = scores.argMax(1);
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < samples.count(); i++) {
            loss -= Math.log(probabilities.getDouble(i, samples.labels()[i]));
            correct += chosen.getInt(i) == samples.labels()[i] ? 1 : 0;
        }
        return new Measured(loss / samples.count(), (double) correct / samples.count());
    }

    /** The inputs, then what each layer gives: after ReLU, and at the end the scores. */
    private static List<INDArray> activations(ReluNetwork network, INDArray inputs) {
        List<INDArray> activations = new ArrayList<>(List.of(inputs));
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            INDArray sums = activations.get(i).mmul(layer.weights().transpose()).addRowVector(layer.biases());
            activations.add(i == network.layers().size() - 1 ? sums : Transforms.relu(sums));
        }
        return activations;
    }

    private static ReluNetwork updated(ReluNetwork network, LabelledSamples batch, double learningRate) {
        List<INDArray> activations = activations(network, batch.inputs());
        INDArray gradient = Transforms.softmax(activations.get(activations.size() - 1), true);
        for (int i = 0; i < batch.count(); i++) {
            int label = batch.labels()[i];
            gradient.putScalar(i, label, gradient.getDouble(i, label) - 1);
        }
        gradient.divi(batch.count());
        List<Layer> layers = new ArrayList<>();
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            Layer layer = network.layers().get(i);
            INDArray inputs = activations.get(i);
            layers.add(
                    0,
                    new Layer(
                            layer.weights()
                                    .sub(gradient.transpose().mmul(inputs).mul(learningRate)),
                            layer.biases().sub(gradient.sum(0).mul(learningRate))));
            gradient = gradient.mmul(layer.weights()).mul(inputs.gt(0).castTo(gradient.dataType()));
        }
        return new ReluNetwork(layers);
    }
}
