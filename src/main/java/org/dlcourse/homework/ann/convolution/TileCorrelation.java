package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.HeatMap;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How much the tiles of a convolution's output resemble each other, as correlation, pixel by pixel.
 *
 * @param images number of images: rows of the picture
 * @param kernels number of kernels: columns of the picture
 * @param correlations [tiles][tiles], kernel by kernel and, within a kernel, image by image
 */
record TileCorrelation(int images, int kernels, double[][] correlations) {
    private static final int PERMUTATIONS = 2_000;

    /**
     * Of an output [images, kernels, height, width], about 0: there a kernel is silent, so that the sign of its answer
     * counts.
     */
    static TileCorrelation aboutZero(INDArray output) {
        return of(output, values -> values);
    }

    /** The same about each tile's mean: Pearson's correlation. */
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

    /** The mean over pairs of tiles of one column of the picture: one kernel, two images. */
    double sameKernel() {
        return sameKernel(inOrder());
    }

    /** The mean over pairs of tiles of one row of the picture: one image, two kernels. */
    double sameImage() {
        return sameImage(inOrder());
    }

    /**
     * How probable the mean difference of the two, or a larger one, is by chance: measured over tiles that are dealt to the
     * places of their own picture at random.
     */
    static double permutationProbability(List<TileCorrelation> pictures, long seed) {
        Random random = SeededRandom.of(seed, "permuted tiles");
        double measured = meanDifference(pictures, TileCorrelation::inOrder);
        long asMuch = IntStream.range(0, PERMUTATIONS)
                .filter(i -> meanDifference(
                                pictures, picture -> SeededRandom.permutation(picture.correlations().length, random))
                        >= measured)
                .count();
        return (1.0 + asMuch) / (1 + PERMUTATIONS);
    }

    private static double meanDifference(List<TileCorrelation> pictures, Function<TileCorrelation, int[]> deal) {
        return pictures.stream()
                .mapToDouble(picture -> {
                    int[] dealt = deal.apply(picture);
                    return picture.sameKernel(dealt) - picture.sameImage(dealt);
                })
                .average()
                .orElseThrow();
    }

    private int[] inOrder() {
        return IntStream.range(0, correlations.length).toArray();
    }

    private double sameKernel(int[] dealt) {
        return mean(dealt, (first, second) -> first / images == second / images);
    }

    private double sameImage(int[] dealt) {
        return mean(dealt, (first, second) -> first % images == second % images);
    }

    @FunctionalInterface
    private interface PairOfPlaces {
        boolean wanted(int first, int second);
    }

    /** The mean correlation over the pairs of places that are wanted. */
    private double mean(int[] dealt, PairOfPlaces pairs) {
        double sum = 0;
        int count = 0;
        for (int first = 0; first < dealt.length; first++) {
            for (int second = first + 1; second < dealt.length; second++) {
                if (pairs.wanted(first, second)) {
                    sum += correlations[dealt[first]][dealt[second]];
                    count++;
                }
            }
        }
        return sum / count;
    }

    Figure figure(String source) {
        return new Figure(
                "Correlation of the output's tiles",
                String.format(
                        Locale.ROOT,
                        "Each row and column is one of the %d tiles, sorted by kernel; the small squares within a kernel's"
                                + " square are the %d images. The squares along the diagonal compare tiles of one kernel,"
                                + " the diagonals of the other squares tiles of one image. About 0, where a kernel is silent: two"
                                + " tiles have -1 if one is the other's negative. Made of %s.",
                        correlations.length,
                        images,
                        source),
                620,
                520,
                new HeatMap(
                        correlations,
                        ColourScale.diverging(1),
                        IntStream.rangeClosed(1, kernels)
                                .mapToObj(kernel -> "kernel " + kernel)
                                .toList()),
                List.of(table()));
    }

    private DataTable table() {
        return new DataTable(
                "Correlations",
                IntStream.range(0, correlations.length).mapToObj(this::name).toList(),
                Arrays.stream(correlations)
                        .map(row -> Arrays.stream(row)
                                .<Object>mapToObj(value -> value)
                                .toList())
                        .toList());
    }

    private String name(int tile) {
        return "kernel " + (tile / images + 1) + ", image " + (tile % images + 1);
    }
}
