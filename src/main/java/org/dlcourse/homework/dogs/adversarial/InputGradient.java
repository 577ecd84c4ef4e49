package org.dlcourse.homework.dogs.adversarial;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.homework.dogs.mnist.MnistBySize;
import org.dlcourse.kit.RelativeError;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
        double[] gradient = of(image, new int[] {label}).dup('c').data().asDouble();
        INDArray above = probabilities(withEachPixelMoved(image, STEP));
        INDArray below = probabilities(withEachPixelMoved(image, -STEP));
        double[] differences = IntStream.range(0, gradient.length)
                .mapToDouble(pixel -> (loss(above, pixel, label) - loss(below, pixel, label)) / (2 * STEP))
                .toArray();
        return RelativeError.of(gradient, differences);
    }

    /** As many copies of the image as it has pixels, a different pixel changed in each. */
    private static INDArray withEachPixelMoved(INDArray image, double change) {
        int pixels = (int) image.length();
        return Nd4j.eye(pixels).castTo(image.dataType()).muli(change).addiRowVector(image);
    }

    private static double loss(INDArray probabilities, int row, int label) {
        return -Math.log(probabilities.getDouble(row, label));
    }
}
