package org.dlcourse.homework.ann.basics;

import java.util.List;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.ParameterCount.Kernels;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The number of parameters of a network by formula and by DL4J.
 *
 * @param architecture the network
 * @param formula what the exercise's formula gives
 * @param dl4j what DL4J counts
 */
record CountedNetwork(Architecture architecture, long formula, long dl4j) {
    /** Counts a perceptron; the formula takes every layer to have biases. */
    static CountedNetwork perceptron(ParameterCount solution, Architecture architecture) {
        return new CountedNetwork(architecture, formulaOfPerceptron(solution, architecture), dl4j(architecture));
    }

    private static long formulaOfPerceptron(ParameterCount solution, Architecture architecture) {
        List<Integer> sizes = architecture.layers().stream()
                .filter(FullyConnected.class::isInstance)
                .map(layer -> ((FullyConnected) layer).units())
                .toList();
        return solution.perceptron(
                (int) architecture.input().size(), sizes.subList(0, sizes.size() - 1), architecture.classes());
    }

    /** Counts a network of convolutions with one fully connected layer at its end. */
    static CountedNetwork convolutional(ParameterCount solution, Architecture architecture) {
        return new CountedNetwork(architecture, formulaOfConvolutional(solution, architecture), dl4j(architecture));
    }

    private static long formulaOfConvolutional(ParameterCount solution, Architecture architecture) {
        List<Kernels> kernels = architecture.layers().stream()
                .filter(Convolution.class::isInstance)
                .map(Convolution.class::cast)
                .map(layer -> new Kernels(layer.kernelHeight(), layer.kernelWidth(), layer.filters()))
                .toList();
        Shape last = architecture.input();
        for (LayerSpec layer :
                architecture.layers().subList(0, architecture.layers().size() - 1)) {
            last = layer.outputShape(last);
        }
        return solution.convolutions(architecture.input().channels(), kernels)
                + solution.perceptron((int) last.size(), List.of(), architecture.classes());
    }

    private static long dl4j(Architecture architecture) {
        return new NetworkFactory(new Sgd(0.1), Initialisation.XAVIER, DataType.FLOAT)
                .create(architecture, 1)
                .numParams();
    }

    /** What another formula gives. */
    long formulaBy(ParameterCount other) {
        return architecture.isConvolutional()
                ? formulaOfConvolutional(other, architecture)
                : formulaOfPerceptron(other, architecture);
    }

    /** Whether the formula gives another number than DL4J counts. */
    boolean differs() {
        return formula != dl4j;
    }

    /** The same network, where the formula counts biases that a layer does not have. */
    CountedNetwork withoutBiases(int biases) {
        return new CountedNetwork(architecture, formula - biases, dl4j);
    }
}
