package org.dlcourse.homework.cifar;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.AffineMap;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Loss;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Compares a trained network's logits with those of the affine map that its fully connected layers compose to.
 *
 * @param images number of images on which they are compared
 * @param error largest absolute difference, relative to the largest absolute logit
 */
record ComposedLayers(int images, double error) {
    private static final int IMAGES = 200;

    /** On the first test images, in single precision as the network was trained. */
    static ComposedLayers of(Run run, Examples test) {
        int count = Math.min(IMAGES, test.count());
        INDArray images = test.features().get(NDArrayIndex.interval(0, count)).reshape(count, -1);
        // A network with the mean squared error as its objective has no softmax: its outputs are the logits.
        MultiLayerNetwork network = new NetworkFactory(
                        new NoOp(), Initialisation.PYTORCH, new Objective(Loss.MEAN_SQUARED_ERROR, 0), DataType.FLOAT)
                .restore(
                        run.request().plan().architecture(),
                        run.result().parameters().values());
        try {
            INDArray composed = AffineMap.composed(AffineMap.layers(network)).apply(images);
            return new ComposedLayers(count, RelativeError.of(values(composed), values(network.output(images, false))));
        } finally {
            network.close();
        }
    }

    private static double[] values(INDArray array) {
        return array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
    }
}
