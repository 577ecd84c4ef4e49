package org.dlcourse.homework.dogs.adversarial;

import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Projected gradient steps on images, with a bound on the change of each pixel.
 *
 * <p>Each step changes every pixel by the same amount along the sign of the gradient and clips the result to the bound and to
 * the range of pixels (Madry et al., "Towards Deep Learning Models Resistant to Adversarial Attacks", 2018).
 *
 * @param labels the class of each image whose loss is increased or decreased
 * @param direction 1 to increase the loss, -1 to decrease it
 * @param bound bound on the change of a pixel; pixels range from 0 to 1
 */
record Attack(int[] labels, int direction, double bound) {
    private static final int STEPS = 20;

    /** Size of a step relative to the bound; seven steps reach it. */
    private static final double STEP = 0.15;

    /** Away from the true classes. */
    static Attack awayFrom(int[] labels, double bound) {
        return new Attack(labels, 1, bound);
    }

    /** Towards target classes. */
    static Attack towards(int[] targets, double bound) {
        return new Attack(targets, -1, bound);
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

    /** Images with each pixel changed by the bound with a random sign, clipped to the range of pixels; [images, pixels]. */
    static INDArray noise(INDArray images, double bound, Random random) {
        double[] changes = new double[(int) images.length()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = random.nextBoolean() ? bound : -bound;
        }
        INDArray noise = Nd4j.createFromArray(changes).reshape(images.shape()).castTo(DataType.DOUBLE);
        return Transforms.max(Transforms.min(images.add(noise), 1, false), 0, false);
    }
}
