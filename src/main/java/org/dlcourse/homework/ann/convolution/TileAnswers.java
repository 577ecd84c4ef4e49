package org.dlcourse.homework.ann.convolution;

import java.util.Locale;

/**
 * Answers on the rows and columns of a convolution's output, worded from the measured correlations.
 *
 * @param correlation of the output's tiles
 */
record TileAnswers(TileCorrelation correlation) {
    /** Question 4: tiles of one column. */
    String sameColumn() {
        return String.format(
                Locale.ROOT,
                "They are outputs of the same kernel, which responds to the same feature with the same sign in every image; only"
                        + " the positions of the strokes differ. The mean correlation of two tiles of a column, pixel by pixel,"
                        + " is %.2f.",
                correlation.sameKernel());
    }

    /** Question 5: tiles of one row. */
    String sameRow() {
        return String.format(
                Locale.ROOT,
                "Each kernel responds to a feature of its own: where one kernel responds, another may give 0 or the opposite"
                        + " sign. The mean correlation of two tiles of a row is %.2f, %s that of a column.",
                correlation.sameImage(),
                kernelDecides() ? "below" : "not below");
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
        return correlation.sameImage() < correlation.sameKernel();
    }
}
