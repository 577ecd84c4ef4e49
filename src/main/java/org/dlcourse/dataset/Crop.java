package org.dlcourse.dataset;

/**
 * A rectangle of an image that is resized to the image's own size, and perhaps mirrored.
 *
 * @param top first row
 * @param left first column
 * @param height rows
 * @param width columns
 * @param flipped whether left and right are exchanged after that
 */
public record Crop(int top, int left, int height, int width, boolean flipped) {
    /**
     * Resizes the rectangle by bilinear interpolation between pixel centres, as PyTorch's {@code interpolate} does without
     * aligned corners and without smoothing.
     *
     * @param image [channels, rows, columns] of numbers, from {@code offset} on
     * @param target where the resized image goes, of the same shape, from its own offset on
     */
    public void resize(
            float[] image, int offset, float[] target, int targetOffset, int channels, int rows, int columns) {
        int[] before = new int[columns];
        int[] after = new int[columns];
        double[] right = new double[columns];
        for (int x = 0; x < columns; x++) {
            double sourceX = Math.max(0, (x + 0.5) * width / columns - 0.5);
            before[x] = left + (int) sourceX;
            after[x] = Math.min(before[x] + 1, left + width - 1);
            right[x] = sourceX - (int) sourceX;
        }
        for (int y = 0; y < rows; y++) {
            double sourceY = Math.max(0, (y + 0.5) * height / rows - 0.5);
            int above = (int) sourceY;
            int below = Math.min(above + 1, height - 1);
            double lower = sourceY - above;
            for (int channel = 0; channel < channels; channel++) {
                int plane = offset + channel * rows * columns;
                int upperRow = plane + (top + above) * columns;
                int lowerRow = plane + (top + below) * columns;
                int targetRow = targetOffset + (channel * rows + y) * columns;
                for (int x = 0; x < columns; x++) {
                    double upperValue =
                            image[upperRow + before[x]] * (1 - right[x]) + image[upperRow + after[x]] * right[x];
                    double lowerValue =
                            image[lowerRow + before[x]] * (1 - right[x]) + image[lowerRow + after[x]] * right[x];
                    target[targetRow + (flipped ? columns - 1 - x : x)] =
                            (float) (upperValue * (1 - lower) + lowerValue * lower);
                }
            }
        }
    }
}
