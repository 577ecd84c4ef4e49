package org.dlcourse.homework.dogs.adversarial;

import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Gradient steps on images, none of whose pixels may change by more than a bound.
 *
 * <p>Each step moves every pixel by the same amount along the sign of the gradient; what leaves the bound or the range of
 * pixels is put back (projected gradient descent: Madry et al., 2018).
 *
 * @param labels the class of each image whose loss is raised or lowered
 * @param direction 1 to raise it, -1 to lower it
 * @param bound largest change of a pixel; pixels go from 0 to 1
 */
record Attack(int[] labels, int direction, double bound) {
    private static final int STEPS = 20;

    /** A step is so much of the bound that a fraction of the steps reaches it. */
    private static final double STEP = 0.15;

    /** Away from the right classes. */
    static Attack awayFrom(int[] labels, double bound) {
        return new Attack(labels, 1, bound);
    }

    /** Towards wished-for classes. */
    static Attack towards(int[] wished, double bound) {
        return new Attack(wished, -1, bound);
    }

    /** The changed images, [images, pixels]. */
    INDArray on(INDArray images, InputGradient gradient) {
        INDArray lowest = Transforms.max(images.sub(bound), 0, false);
        INDArray highest = Transforms.min(images.add(bound), 1, false);
        INDArray changed = images.dup();
        for (int step = 0; step < STEPS; step++) {
            INDArray sign = Transforms.sign(gradient.of(changed, labels), true);
            changed.addi(sign.muli(direction * STEP * bound));
            changed = Transforms.min(Transforms.max(changed, lowest, false), highest, false);
        }
        return changed;
    }

    /** Every pixel moved by the bound, up or down at random, within the range of pixels. */
    static INDArray noise(INDArray images, double bound, Random random) {
        double[] changes = new double[(int) images.length()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = random.nextBoolean() ? bound : -bound;
        }
        INDArray noise = Nd4j.createFromArray(changes).reshape(images.shape()).castTo(DataType.DOUBLE);
        return Transforms.max(Transforms.min(images.add(noise), 1, false), 0, false);
    }
}
