package org.dlcourse.homework.dogs;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.homework.GradientCheck;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The loss gradient with respect to a network's input.
 *
 * @param network with softmax and cross-entropy, in double precision
 */
record InputGradient(MultiLayerNetwork network) {
    /** Of each image's own cross-entropy, [images, inputs]. */
    INDArray of(INDArray images, int[] labels) {
        // DL4J's gradients are sums over the batch, and an image touches no other's loss.
        return network.calculateGradients(images, oneHot(labels), null, null).getSecond();
    }

    INDArray probabilities(INDArray images) {
        return network.output(images, false);
    }

    int[] predictions(INDArray images) {
        return probabilities(images).argMax(1).toIntVector();
    }

    /** The largest relative error of the gradient at one image, [1, inputs], against difference quotients. */
    double largestErrorAt(INDArray image, int label) {
        INDArray inputs = image.dup();
        INDArray gradient = of(inputs, new int[] {label}).dup();
        return GradientCheck.of(
                        List.of(new GradientCheck.Parameter("pixels", inputs, gradient)),
                        () -> -Math.log(probabilities(inputs).getDouble(0, label)))
                .largestRelativeError();
    }

    private INDArray oneHot(int[] labels) {
        INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, labels.length, MnistBySize.NETWORK.classes());
        for (int i = 0; i < labels.length; i++) {
            oneHot.putScalar(i, labels[i], 1);
        }
        return oneHot;
    }
}
