package org.dlcourse.homework.ann.basics;

import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Examples;

/**
 * Points in the plane, drawn from three classes with Gaussian densities, so that the posterior is known in closed form.
 *
 * <p>The classes overlap: at most points several classes have a considerable probability.
 */
final class GaussianMixture {
    static final int CLASSES = 3;
    static final int DIMENSIONS = 2;

    private static final double[] PRIOR = {0.5, 0.3, 0.2};
    private static final double[][] MEAN = {{-1.2, 0}, {1.2, 0.3}, {0, 1.8}};
    private static final double[][] STANDARD_DEVIATION = {{1, 1}, {0.7, 1.3}, {1.2, 0.6}};

    private GaussianMixture() {}

    /** Draws points, each with the class that it was drawn from. */
    static Examples draw(int count, Random random) {
        float[] points = new float[count * DIMENSIONS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = classOf(random.nextDouble());
            for (int d = 0; d < DIMENSIONS; d++) {
                points[i * DIMENSIONS + d] =
                        (float) (MEAN[labels[i]][d] + STANDARD_DEVIATION[labels[i]][d] * random.nextGaussian());
            }
        }
        return Examples.of(points, new int[] {count, DIMENSIONS}, labels, CLASSES);
    }

    private static int classOf(double uniform) {
        double sum = PRIOR[0];
        int drawn = 0;
        while (uniform >= sum && drawn < CLASSES - 1) {
            drawn++;
            sum += PRIOR[drawn];
        }
        return drawn;
    }

    /** The probability of each class at a point, by Bayes's rule. */
    static double[] posterior(double... point) {
        double[] joint = IntStream.range(0, CLASSES)
                .mapToDouble(c -> PRIOR[c] * density(c, point))
                .toArray();
        double evidence = IntStream.range(0, CLASSES).mapToDouble(c -> joint[c]).sum();
        return IntStream.range(0, CLASSES).mapToDouble(c -> joint[c] / evidence).toArray();
    }

    private static double density(int label, double[] point) {
        double density = 1;
        for (int d = 0; d < DIMENSIONS; d++) {
            double deviation = STANDARD_DEVIATION[label][d];
            double standardised = (point[d] - MEAN[label][d]) / deviation;
            density *= Math.exp(-standardised * standardised / 2) / (deviation * Math.sqrt(2 * Math.PI));
        }
        return density;
    }
}
