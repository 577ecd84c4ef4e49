package org.dlcourse.homework.ann.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;
import org.dlcourse.util.SeededRandom;

/** Random classifiers whose parameters are counted. */
final class RandomArchitectures {
    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);

    private RandomArchitectures() {}

    /** Perceptrons with up to four hidden layers. */
    static List<Architecture> perceptrons(int count, long seed) {
        Random random = SeededRandom.of(seed, "random perceptrons");
        return Stream.generate(() -> perceptron(random)).limit(count).toList();
    }

    /** Networks with one to four convolution layers, some followed by pooling. */
    static List<Architecture> convolutional(int count, long seed) {
        Random random = SeededRandom.of(seed, "random convolutional networks");
        return Stream.generate(() -> convolutional(random)).limit(count).toList();
    }

    private static Architecture perceptron(Random random) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int hidden = random.nextInt(5); hidden > 0; hidden--) {
            layers.add(new FullyConnected(1 + random.nextInt(40), true));
            layers.add(RELU);
        }
        layers.add(new FullyConnected(2 + random.nextInt(12), true));
        return new Architecture("random", Shape.flat(1 + random.nextInt(60)), layers);
    }

    private static Architecture convolutional(Random random) {
        Shape input = new Shape(1 + random.nextInt(3), 20 + random.nextInt(12), 20 + random.nextInt(12));
        List<LayerSpec> layers = new ArrayList<>();
        Shape shape = input;
        for (int convolutions = 1 + random.nextInt(4); convolutions > 0; convolutions--) {
            int largest = Math.min(5, Math.min(shape.height(), shape.width()));
            LayerSpec convolution =
                    new Convolution(1 + random.nextInt(largest), 1 + random.nextInt(largest), 1 + random.nextInt(12));
            layers.add(convolution);
            layers.add(RELU);
            shape = convolution.outputShape(shape);
            LayerSpec pooling = new MaxPooling(2);
            if (random.nextBoolean() && Math.min(shape.height(), shape.width()) >= 8) {
                layers.add(pooling);
                shape = pooling.outputShape(shape);
            }
        }
        layers.add(new FullyConnected(2 + random.nextInt(12), true));
        return new Architecture("random", input, layers);
    }
}
