package org.dlcourse.dataset;

import java.util.Random;

/**
 * Random resized crops and horizontal flips, drawn as torchvision draws them.
 *
 * @param smallestArea smallest fraction of the image's area that a crop takes; the largest is 1
 * @param widestAspect largest width over height of a crop; the smallest is its reciprocal
 * @param flipProbability of a mirrored image
 */
public record Augmentation(double smallestArea, double widestAspect, double flipProbability) {
    private static final int ATTEMPTS = 10;

    /** RandomResizedCrop's and RandomHorizontalFlip's defaults: area .08 to 1, aspect 3/4 to 4/3, every other image mirrored. */
    public static Augmentation defaults() {
        return new Augmentation(0.08, 4.0 / 3, 0.5);
    }

    public Augmentation {
        if (!(smallestArea > 0
                && smallestArea <= 1
                && widestAspect >= 1
                && flipProbability >= 0
                && flipProbability <= 1)) {
            throw new IllegalArgumentException(
                    "A crop takes an area above 0 and at most 1, an aspect of at least 1 and a flip"
                            + " probability from 0 to 1; found " + smallestArea + ", " + widestAspect + " and "
                            + flipProbability + ".");
        }
    }

    /**
     * A crop of an image of this size. Area and the logarithm of the aspect are uniform; what does not fit is drawn again, ten
     * times at most, and then the largest centred crop with an aspect within bounds is taken.
     */
    public Crop draw(int rows, int columns, Random random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double area = rows * columns * (smallestArea + (1 - smallestArea) * random.nextDouble());
            double aspect = StrictMath.exp(StrictMath.log(widestAspect) * (2 * random.nextDouble() - 1));
            int width = (int) Math.round(Math.sqrt(area * aspect));
            int height = (int) Math.round(Math.sqrt(area / aspect));
            if (width > 0 && width <= columns && height > 0 && height <= rows) {
                int top = random.nextInt(rows - height + 1);
                int left = random.nextInt(columns - width + 1);
                return new Crop(top, left, height, width, random.nextDouble() < flipProbability);
            }
        }
        double aspect = (double) columns / rows;
        int width = aspect > widestAspect ? (int) Math.round(rows * widestAspect) : columns;
        int height = aspect < 1 / widestAspect ? (int) Math.round(columns * widestAspect) : rows;
        return new Crop(
                (rows - height) / 2, (columns - width) / 2, height, width, random.nextDouble() < flipProbability);
    }
}
