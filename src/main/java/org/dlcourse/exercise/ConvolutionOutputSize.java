package org.dlcourse.exercise;

/** The height and width of a two-dimensional convolution's output, from sizes alone. */
public interface ConvolutionOutputSize {
    /**
     * A size, or a pair of steps, in pixels.
     *
     * @param height down
     * @param width to the right
     */
    record Size(int height, int width) {
        /** Height and width exchanged. */
        public Size turned() {
            return new Size(width, height);
        }

        @Override
        public String toString() {
            return height + " x " + width;
        }
    }

    /**
     * How a kernel moves over an image.
     *
     * @param kernel its weights, at least 1 x 1
     * @param stride from one place to the next, at least 1 x 1
     * @param padding that is added on each side: its height above and below, its width left and right
     * @param dilation from one weight to the next, at least 1 x 1; 1 x 1 is a kernel without gaps
     */
    record Sliding(Size kernel, Size stride, Size padding, Size dilation) {
        /** Height and width of everything exchanged. */
        public Sliding turned() {
            return new Sliding(kernel.turned(), stride.turned(), padding.turned(), dilation.turned());
        }
    }

    /**
     * The size of one channel of the output: as many places as there are for the kernel within the padded image. What is
     * left at the bottom and at the right is dropped.
     *
     * @param input size of one channel of an image, at least 1 x 1
     * @param sliding the kernel and how it moves
     * @throws IllegalArgumentException if a number is below its least or the kernel does not fit into the padded image
     */
    Size output(Size input, Sliding sliding);
}
