package org.dlcourse.training;

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
                    ? new GraphNetwork(plan.graphs().create(plan.architecture(), seed))
                    : new Dl4jNetwork(plan.networks().create(plan.architecture(), seed));
        }
    }

    private final MultiLayerNetwork network;

    Dl4jNetwork(MultiLayerNetwork network) {
        this.network = network;
    }

    @Override
    public double step(Batch batch) {
        network.fit(batch.features(), batch.oneHot());
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

    /** DL4J keeps fully connected weights as [inputs, units]. */
    @Override
    public INDArray firstLayerWeights() {
        INDArray weights = network.getLayer(0).getParam("W");
        return weights.rank() == 2 ? weights.transpose() : weights;
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
