package org.dlcourse.training;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network of DL4J's layers. */
final class Dl4jNetwork implements TrainableNetwork {
    /** Makes networks of DL4J's layers, one behind another or not. */
    static final class Provider implements NetworkProvider {
        @Override
        public Implementation implementation() {
            return Implementation.DL4J;
        }

        @Override
        public TrainableNetwork create(TrainingPlan plan, long seed) {
            return plan.architecture().isGraph()
                    ? new GraphNetwork(plan.graphs().create(plan.architecture(), seed), seed)
                    : new Dl4jNetwork(plan.networks().create(plan.architecture(), seed), seed);
        }
    }

    private final MultiLayerNetwork network;
    private final StepNoise noise;

    /** A network whose steps draw from this seed. */
    Dl4jNetwork(MultiLayerNetwork network, long seed) {
        this.network = network;
        this.noise = new StepNoise(seed);
    }

    @Override
    public double step(Batch batch) {
        noise.beginStep();
        network.fit(batch.features(), batch.targets());
        return network.score();
    }

    @Override
    public INDArray outputs(INDArray features) {
        return network.output(features, false);
    }

    @Override
    public INDArray firstLayerOutputs(INDArray features) {
        return network.feedForwardToLayer(0, features, false).get(1);
    }

    /** DL4J keeps fully connected and recurrent weights as [inputs, units]. */
    @Override
    public INDArray firstLayerWeights() {
        INDArray weights = firstWeights(network.getLayers());
        return weights.rank() == 2 ? weights.transpose() : weights;
    }

    /** Those of the first layer that has any, whatever DL4J calls them; the prediction layer has some. */
    static INDArray firstWeights(Layer[] layers) {
        return Arrays.stream(layers)
                .flatMap(layer -> layer
                        .conf()
                        .getLayer()
                        .initializer()
                        .weightKeys(layer.conf().getLayer())
                        .stream()
                        .limit(1)
                        .map(layer::getParam))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public INDArray parameters() {
        return network.params();
    }

    @Override
    public void learnAt(double learningRate) {
        network.setLearningRate(learningRate);
    }

    @Override
    public void close() {
        network.close();
    }
}
