package org.dlcourse.homework.dogs.breeds;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.exercise.ConvolutionalDogModel;
import org.dlcourse.exercise.PerceptronDogModel;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.NetworkFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A network in DL4J as an object that counts its parameters and classifies.
 *
 * @param architecture of the network
 */
record Dl4jDogModel(Architecture architecture) implements PerceptronDogModel, ConvolutionalDogModel {
    @Override
    public Size size(int images) {
        MultiLayerNetwork network =
                new NetworkFactory(new NoOp(), Initialisation.PYTORCH, DataType.FLOAT).create(architecture, 1);
        long biases = network.paramTable().entrySet().stream()
                .filter(one -> one.getKey().endsWith("_b"))
                .mapToLong(one -> one.getValue().length())
                .sum();
        INDArray inputs = architecture.layers().get(0) instanceof LayerSpec.FullyConnected
                ? Nd4j.zeros(DataType.FLOAT, images, 3 * 64 * 64)
                : Nd4j.zeros(DataType.FLOAT, images, 3, 64, 64);
        INDArray outputs = network.output(inputs);
        List<Integer> lengths =
                Arrays.stream(outputs.shape()).mapToObj(length -> (int) length).toList();
        long parameters = network.numParams();
        network.close();
        return new Size(parameters - biases, biases, lengths);
    }
}
