package org.dlcourse.homework.fcnet;

import java.util.List;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.kit.GradientCheck;
import org.dlcourse.kit.GradientCheck.Parameter;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The gradient of the mean cross-entropy with respect to the scores before the softmax.
 *
 * @param scores [samples, classes]
 * @param labels of the samples
 */
record ScoreGradient(INDArray scores, int[] labels) {
    /** (softmax - one-hot labels) / N, [samples, classes]. */
    INDArray derived() {
        INDArray derived = Transforms.exp(scores, true);
        return derived.diviColumnVector(derived.sum(true, 1))
                .subi(OneHot.of(labels, (int) scores.size(1), DataType.DOUBLE))
                .divi(labels.length);
    }

    GradientCheck check() {
        return GradientCheck.of(List.of(new Parameter("scores z(3)", scores, derived())), this::crossEntropy);
    }

    private double crossEntropy() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double exponentials = 0;
            for (int c = 0; c < scores.size(1); c++) {
                exponentials += Math.exp(scores.getDouble(i, c));
            }
            sum += Math.log(exponentials) - scores.getDouble(i, labels[i]);
        }
        return sum / labels.length;
    }
}
