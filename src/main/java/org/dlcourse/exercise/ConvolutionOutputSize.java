package org.dlcourse.exercise;

/** The height and width of a two-dimensional convolution's output, computed from sizes alone. */
public interface ConvolutionOutputSize {
    /**
     * A height and a width in pixels: of an image or a kernel, or steps down and to the right.
     *
     * @param height number of pixels, or step, down
     * @param width number of pixels, or step, to the right
     */
    record Size(int height, int width) {
        /** The size with height and width exchanged. */
        public Size transposed() {
            return new Size(width, height);
        }

        @Override
        public String toString() {
            return height + " x " + width;
        }
    }

    /**
     * The kernel of a convolution and how it moves over an image.
     *
     * @param kernel height and width of the kernel in weights, at least 1 x 1
     * @param stride step from one position of the kernel to the next, at least 1 x 1
     * @param padding pixels that are added on each side: the height above and below, the width left and right
     * @param dilation step from one weight to the next, at least 1 x 1; 1 x 1 is a kernel without gaps
     */
    record Geometry(Size kernel, Size stride, Size padding, Size dilation) {
        /** The geometry with height and width of everything exchanged. */
        public Geometry transposed() {
            return new Geometry(kernel.transposed(), stride.transposed(), padding.transposed(), dilation.transposed());
        }
    }

    /**
     * The size of one channel of the output: the number of positions of the kernel within the padded image. Pixels that
     * are left over at the bottom and at the right are ignored.
     *
     * @param input size of the image, at least 1 x 1
     * @param geometry the kernel and how it moves
     * @return height and width of the output
     * @throws IllegalArgumentException if a number is below its minimum or the kernel does not fit into the padded image
     */
    Size output(Size input, Geometry geometry);
}
