package org.dlcourse.exercise.reference;

import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.TwoLayerTraining;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Full-batch gradient descent: each step uses all samples, and nothing is random. */
public final class GradientDescent implements TwoLayerTraining {
    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();

    @Override
    public Trained train(Parameters start, INDArray inputs, int[] labels, Plan plan) {
        double[] losses = new double[plan.steps()];
        Parameters parameters = start;
        for (int step = 0; step < plan.steps(); step++) {
            LossAndGradients loss = network.loss(parameters, inputs, labels, plan.penalty());
            losses[step] = loss.loss();
            parameters = stepped(parameters, loss.gradients(), plan.learningRate());
        }
        return new Trained(losses, parameters);
    }

    private static Parameters stepped(Parameters parameters, Parameters gradients, double rate) {
        return new Parameters(
                parameters.hiddenWeights().sub(gradients.hiddenWeights().mul(rate)),
                parameters.hiddenBias().sub(gradients.hiddenBias().mul(rate)),
                parameters.outputWeights().sub(gradients.outputWeights().mul(rate)),
                parameters.outputBias().sub(gradients.outputBias().mul(rate)));
    }

    @Override
    public int[] predict(Parameters parameters, INDArray inputs) {
        return network.probabilities(parameters, inputs).argMax(1).toIntVector();
    }
}
