package org.dlcourse.homework.ann.convolution;

import java.util.Locale;

/**
 * Answers on the rows and columns of a convolution's output, worded from the measured numbers.
 *
 * @param distance of the gray values of the output's tiles
 * @param correlation of the tiles, pixel by pixel
 */
record TileAnswers(TileComparison distance, TileComparison correlation) {
    static TileAnswers of(FilteredDigits digits) {
        return new TileAnswers(TileComparison.distance(digits.output()), TileComparison.correlation(digits.output()));
    }

    /** The first line of the page. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "Sorted by size, the gray values of two tiles of one column (same kernel) differ by %.1f on average, those of two tiles of one row"
                        + " (same image) by %.1f.",
                distance.sameKernel(),
                distance.sameImage());
    }

    /** Question 4: tiles of one column. */
    String sameColumn() {
        return String.format(
                Locale.ROOT,
                "They are outputs of the same kernel, which responds to the same feature with the same sign in every image; only"
                        + " the positions of the strokes differ. Sorted by size, the gray values of two tiles of a column differ by"
                        + " %.1f on average; pixel by pixel the mean correlation is %.2f.",
                distance.sameKernel(),
                correlation.sameKernel());
    }

    /** Question 5: tiles of one row. */
    String sameRow() {
        return String.format(
                Locale.ROOT,
                "Each kernel responds to a feature of its own: where one kernel responds, another may give 0 or the opposite"
                        + " sign. Sorted by size, the gray values of two tiles of a row differ by %.1f on average, %s than those of a column. Pixel by"
                        + " pixel, tiles of a row have the strokes at the same positions, so that they correlate too, with either"
                        + " sign: the mean correlation is %.2f, the mean absolute correlation %.2f (%.2f in a column).",
                distance.sameImage(),
                kernelDecides() ? "more" : "not more",
                correlation.sameImage(),
                correlation.absolute().sameImage(),
                correlation.absolute().sameKernel());
    }

    /** Question 6: conclusions for convolution layers. */
    String conclusion() {
        return (kernelDecides()
                        ? "The appearance of an output channel depends on its kernel more than on the image. "
                        : "For these images and kernels, the appearance of an output channel depends on the image as much as"
                                + " on its kernel. ")
                + "A layer is a set of feature detectors: the same for every image and every position, and different from"
                + " channel to channel. Training has to find useful ones, which must differ from each other.";
    }

    private boolean kernelDecides() {
        return distance.sameKernel() < distance.sameImage();
    }
}
