package org.dlcourse.homework.dogs.adversarial;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.homework.dogs.mnist.MnistBySize;
import org.dlcourse.kit.RelativeError;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss gradient with respect to a network's input.
 *
 * @param network with softmax and cross-entropy, in double precision
 */
record InputGradient(MultiLayerNetwork network) {
    private static final double STEP = 1e-5;

    /** The gradient of each image's own cross-entropy, [images, inputs]. */
    INDArray of(INDArray images, int[] labels) {
        // DL4J's gradients are sums over the mini-batch, and an image does not affect the loss of another.
        INDArray targets = OneHot.of(labels, MnistBySize.NETWORK.classes(), DataType.DOUBLE);
        return network.calculateGradients(images, targets, null, null).getSecond();
    }

    INDArray probabilities(INDArray images) {
        return network.output(images, false);
    }

    int[] predictions(INDArray images) {
        return probabilities(images).argMax(1).toIntVector();
    }

    /**
     * The largest difference of the gradient at one image, [1, inputs], from central differences, relative to its largest
     * component. The label should be a class with a low probability: otherwise loss and gradient are as small as rounding
     * errors.
     */
    double largestErrorAt(INDArray image, int label) {
        INDArray inputs = image.dup();
        double[] gradient = of(inputs, new int[] {label}).dup('c').data().asDouble();
        double[] differences = new double[gradient.length];
        for (int pixel = 0; pixel < gradient.length; pixel++) {
            double value = inputs.getDouble(pixel);
            inputs.putScalar(pixel, value + STEP);
            double above = loss(inputs, label);
            inputs.putScalar(pixel, value - STEP);
            double below = loss(inputs, label);
            inputs.putScalar(pixel, value);
            differences[pixel] = (above - below) / (2 * STEP);
        }
        return RelativeError.of(gradient, differences);
    }

    private double loss(INDArray image, int label) {
        return -Math.log(probabilities(image).getDouble(0, label));
    }
}
