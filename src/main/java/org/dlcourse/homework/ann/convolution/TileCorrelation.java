package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The correlation, pixel by pixel, between the tiles of a convolution's output. A tile is the output of one kernel for one
 * image.
 *
 * @param images number of images: rows of the picture
 * @param kernels number of kernels: columns of the picture
 * @param correlations [tiles][tiles], sorted by kernel and, within a kernel, by image
 */
record TileCorrelation(int images, int kernels, double[][] correlations) {
    private static final int PERMUTATIONS = 2_000;

    /**
     * Correlations about 0, the output where a kernel does not respond, so that the sign of the response counts.
     *
     * @param output [images, kernels, height, width]
     */
    static TileCorrelation aboutZero(INDArray output) {
        return of(output, values -> values);
    }

    /** Correlations about each tile's mean: Pearson's correlation coefficient. */
    static TileCorrelation aboutMean(INDArray output) {
        return of(output, values -> {
            double mean = Arrays.stream(values).average().orElseThrow();
            return Arrays.stream(values).map(value -> value - mean).toArray();
        });
    }

    private static TileCorrelation of(INDArray output, UnaryOperator<double[]> centred) {
        int images = (int) output.size(0);
        int kernels = (int) output.size(1);
        double[] values = output.dup('c').data().asDouble();
        int size = values.length / (images * kernels);
        double[][] tiles = new double[images * kernels][];
        for (int kernel = 0; kernel < kernels; kernel++) {
            for (int image = 0; image < images; image++) {
                int start = (image * kernels + kernel) * size;
                tiles[kernel * images + image] = centred.apply(Arrays.copyOfRange(values, start, start + size));
            }
        }
        double[][] correlations = new double[tiles.length][tiles.length];
        for (int a = 0; a < tiles.length; a++) {
            for (int b = 0; b < tiles.length; b++) {
                correlations[a][b] = MathArrays.linearCombination(tiles[a], tiles[b])
                        / Math.sqrt(MathArrays.linearCombination(tiles[a], tiles[a])
                                * MathArrays.linearCombination(tiles[b], tiles[b]));
            }
        }
        return new TileCorrelation(images, kernels, correlations);
    }

    /** The mean over pairs of tiles of one column of the picture: same kernel, two images. */
    double sameKernel() {
        return sameKernel(unchanged());
    }

    /** The mean over pairs of tiles of one row of the picture: same image, two kernels. */
    double sameImage() {
        return sameImage(unchanged());
    }

    /**
     * The p-value of the mean difference of the two by a permutation test: how probable a difference at least as large is
     * when the tiles of each picture are rearranged at random.
     */
    static double pValue(List<TileCorrelation> pictures, long seed) {
        Random random = SeededRandom.of(seed, "permuted tiles");
        double measured = meanDifference(pictures, TileCorrelation::unchanged);
        long atLeastAsLarge = IntStream.range(0, PERMUTATIONS)
                .filter(i -> meanDifference(
                                pictures, picture -> SeededRandom.permutation(picture.correlations().length, random))
                        >= measured)
                .count();
        return (1.0 + atLeastAsLarge) / (1 + PERMUTATIONS);
    }

    private static double meanDifference(List<TileCorrelation> pictures, Function<TileCorrelation, int[]> arrangement) {
        return pictures.stream()
                .mapToDouble(picture -> {
                    int[] order = arrangement.apply(picture);
                    return picture.sameKernel(order) - picture.sameImage(order);
                })
                .average()
                .orElseThrow();
    }

    private int[] unchanged() {
        return IntStream.range(0, correlations.length).toArray();
    }

    private double sameKernel(int[] order) {
        return mean(order, (first, second) -> first / images == second / images);
    }

    private double sameImage(int[] order) {
        return mean(order, (first, second) -> first % images == second % images);
    }

    @FunctionalInterface
    private interface PairCondition {
        boolean holds(int first, int second);
    }

    /** The mean correlation over the pairs of positions for which the condition holds. */
    private double mean(int[] order, PairCondition condition) {
        double sum = 0;
        int count = 0;
        for (int first = 0; first < order.length; first++) {
            for (int second = first + 1; second < order.length; second++) {
                if (condition.holds(first, second)) {
                    sum += correlations[order[first]][order[second]];
                    count++;
                }
            }
        }
        return sum / count;
    }
}
