package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A number for each pair of tiles of a convolution's output: their correlation, or how far their gray values differ. A tile is the
 * output of one kernel for one image.
 *
 * @param images number of images: rows of the picture
 * @param kernels number of kernels: columns of the picture
 * @param values [tiles][tiles], sorted by kernel and, within a kernel, by image
 */
record TileComparison(int images, int kernels, double[][] values) {
    private static final int PERMUTATIONS = 2_000;

    /**
     * Correlations, pixel by pixel, about 0, the output where a kernel does not respond, so that the sign of the response counts.
     *
     * @param output [images, kernels, height, width]
     */
    static TileComparison correlation(INDArray output) {
        return of(output, UnaryOperator.identity(), TileComparison::cosine);
    }

    /**
     * How far the gray values of two tiles differ, wherever in the tile they are: the mean absolute difference of the sorted values,
     * which is the Wasserstein distance of order 1 between their distributions. It is 0 for equal gray values, and large for a tile
     * and its negative; distances cannot cancel each other in a mean, as correlations of opposite signs do.
     *
     * @param output [images, kernels, height, width]
     */
    static TileComparison distance(INDArray output) {
        return of(output, values -> Arrays.stream(values).sorted().toArray(), TileComparison::meanDifference);
    }

    private static TileComparison of(
            INDArray output, UnaryOperator<double[]> prepared, ToDoubleBiFunction<double[], double[]> comparison) {
        int images = (int) output.size(0);
        int kernels = (int) output.size(1);
        double[] all = output.dup('c').data().asDouble();
        int size = all.length / (images * kernels);
        double[][] tiles = new double[images * kernels][];
        for (int kernel = 0; kernel < kernels; kernel++) {
            for (int image = 0; image < images; image++) {
                int start = (image * kernels + kernel) * size;
                tiles[kernel * images + image] = prepared.apply(Arrays.copyOfRange(all, start, start + size));
            }
        }
        double[][] values = new double[tiles.length][tiles.length];
        for (int a = 0; a < tiles.length; a++) {
            for (int b = 0; b < tiles.length; b++) {
                values[a][b] = comparison.applyAsDouble(tiles[a], tiles[b]);
            }
        }
        return new TileComparison(images, kernels, values);
    }

    private static double cosine(double[] a, double[] b) {
        return MathArrays.linearCombination(a, b)
                / Math.sqrt(MathArrays.linearCombination(a, a) * MathArrays.linearCombination(b, b));
    }

    private static double meanDifference(double[] a, double[] b) {
        return MathArrays.distance1(a, b) / a.length;
    }

    /** The same without signs. */
    TileComparison absolute() {
        return map(Math::abs);
    }

    private TileComparison map(DoubleUnaryOperator operator) {
        return new TileComparison(
                images,
                kernels,
                Arrays.stream(values)
                        .map(row -> Arrays.stream(row).map(operator).toArray())
                        .toArray(double[][]::new));
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
     * The p-value, by a permutation test, of tiles of one image being further apart than tiles of one kernel: how probable a mean
     * difference at least as large is when the tiles of each picture are rearranged at random.
     *
     * @param distances of one picture or several
     */
    static double pValue(List<TileComparison> distances, long seed) {
        Random random = SeededRandom.of(seed, "permuted tiles");
        double measured = meanDifference(distances, TileComparison::unchanged);
        long atLeastAsLarge = IntStream.range(0, PERMUTATIONS)
                .filter(i ->
                        meanDifference(distances, picture -> SeededRandom.permutation(picture.values().length, random))
                                >= measured)
                .count();
        return (1.0 + atLeastAsLarge) / (1 + PERMUTATIONS);
    }

    private static double meanDifference(List<TileComparison> pictures, Function<TileComparison, int[]> arrangement) {
        return pictures.stream()
                .mapToDouble(picture -> {
                    int[] order = arrangement.apply(picture);
                    return picture.sameImage(order) - picture.sameKernel(order);
                })
                .average()
                .orElseThrow();
    }

    private int[] unchanged() {
        return IntStream.range(0, values.length).toArray();
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

    /** The mean over the pairs of positions for which the condition holds. */
    private double mean(int[] order, PairCondition condition) {
        double sum = 0;
        int count = 0;
        for (int first = 0; first < order.length; first++) {
            for (int second = first + 1; second < order.length; second++) {
                if (condition.holds(first, second)) {
                    sum += values[order[first]][order[second]];
                    count++;
                }
            }
        }
        return sum / count;
    }
}
