package org.dlcourse.training;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network of DL4J's layers that do not all lie one behind another. */
final class GraphNetwork implements TrainableNetwork {
    private final ComputationGraph graph;

    private final StepNoise noise;

    /** A network whose steps draw from this seed. */
    GraphNetwork(ComputationGraph graph, long seed) {
        this.graph = graph;
        this.noise = new StepNoise(seed);
    }

    @Override
    public double step(Batch batch) {
        noise.beginStep();
        graph.fit(new INDArray[] {batch.features()}, new INDArray[] {batch.targets()});
        return graph.score();
    }

    @Override
    public INDArray outputs(INDArray features) {
        return graph.outputSingle(features);
    }

    @Override
    public INDArray firstLayerOutputs(INDArray features) {
        throw new UnsupportedOperationException(
                "The saturation of a first layer is recorded of networks whose layers lie one behind another.");
    }

    @Override
    public INDArray firstLayerWeights() {
        return Dl4jNetwork.firstWeights(graph.getLayers());
    }

    /** Running means and variances of normalisations among them. */
    @Override
    public INDArray parameters() {
        return graph.params();
    }

    @Override
    public void learnAt(double learningRate) {
        graph.setLearningRate(learningRate);
    }

    @Override
    public void close() {
        graph.close();
    }
}
