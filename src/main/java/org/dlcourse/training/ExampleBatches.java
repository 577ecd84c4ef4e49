package org.dlcourse.training;

import org.dlcourse.dataset.Examples;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Examples in the form that one architecture takes in: images for a convolution, vectors for a perceptron. */
final class ExampleBatches {
    private final Examples examples;
    private final boolean asImages;
    private final INDArray vectors;
    private final INDArray oneHot;

    ExampleBatches(Examples examples, boolean asImages) {
        this.examples = examples;
        this.asImages = asImages;
        this.vectors = examples.features().reshape(examples.count(), -1);
        this.oneHot = Nd4j.zeros(DataType.FLOAT, examples.count(), examples.classes());
        for (int i = 0; i < examples.count(); i++) {
            oneHot.putScalar(i, examples.labels()[i], 1);
        }
    }

    int count() {
        return examples.count();
    }

    INDArray features(int[] places) {
        return shaped(Nd4j.pullRows(vectors, 1, places));
    }

    INDArray oneHotLabels(int[] places) {
        return Nd4j.pullRows(oneHot, 1, places);
    }

    /** The features from one place to before another, without copying. */
    INDArray features(int from, int to) {
        return shaped(vectors.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()));
    }

    private INDArray shaped(INDArray rows) {
        if (!asImages) {
            return rows;
        }
        long[] shape = examples.features().shape().clone();
        shape[0] = rows.size(0);
        return rows.reshape('c', shape);
    }

    /** How many of these examples have the largest output at their label. */
    int countRight(INDArray outputs, int[] places) {
        int[] predicted = outputs.argMax(1).toIntVector();
        int right = 0;
        for (int i = 0; i < places.length; i++) {
            if (predicted[i] == examples.labels()[places[i]]) {
                right++;
            }
        }
        return right;
    }
}
