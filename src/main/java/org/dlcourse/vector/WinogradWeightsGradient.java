package org.dlcourse.vector;

/**
 * The products by the convolution's transform along the rows: eight for each tile of the gradient in place of one for each of its values and
 * each column of the kernel.
 *
 * <p>An output is a sum of products of transformed weights and transformed inputs. So the gradient of a transformed weight is the sum of the
 * products of the transformed inputs and the outputs' gradient, which goes through the outputs' transform transposed.
 */
final class WinogradWeightsGradient implements WeightsGradient {
    /** Rows of the gradient at a time, so that what is transformed stays in the cache. */
    private static final int ROWS = 6;

    private static final int PRODUCTS = WinogradTransform.PRODUCTS;

    private final WinogradTransform transform;
    private final LaneLayout input;
    private final LaneLayout gradient;
    private final ConvolutionGradient sums;
    private final int lanes;
    private final int tiles;
    private final int tileRow;
    private final int inputRows;
    /** [products, channels, input rows, tiles, lanes] */
    private final float[] inputs;

    private final int inputStep;
    /** [products, filters, rows, tiles, lanes] */
    private final float[] gradients;

    private final int gradientStep;

    WinogradWeightsGradient(
            WinogradTransform transform, LaneLayout input, LaneLayout gradient, ConvolutionGradient sums) {
        this.transform = transform;
        this.input = input;
        this.gradient = gradient;
        this.sums = sums;
        this.lanes = input.lanes().count();
        this.tiles = transform.tiles(gradient.shape().width());
        this.tileRow = tiles * lanes;
        this.inputRows = ROWS + sums.rows() - 1;
        // An odd number of cache lines apart, so that they do not compete for the same offsets in the cache.
        this.inputStep = (sums.channels() * inputRows * tiles | 1) * lanes;
        this.gradientStep = (sums.filters() * ROWS * tiles | 1) * lanes;
        // Kernels read the inputs of three rows where fewer are left.
        this.inputs = new float[PRODUCTS * inputStep + GradientKernels.TAPS * tileRow];
        this.gradients = new float[PRODUCTS * gradientStep];
    }

    @Override
    public void add(float[] in, float[] values, int slot) {
        int height = gradient.shape().height();
        for (int row = 0; row < height; row += ROWS) {
            int rows = Math.min(ROWS, height - row);
            transformInputs(in, row, rows + sums.rows() - 1);
            transformGradients(values, row, rows);
            multiply(rows * tiles, slot);
        }
    }

    private void transformInputs(float[] in, int row, int rows) {
        WinogradKernels kernels = input.lanes().winograd();
        int step = transform.outputs() * lanes;
        for (int channel = 0; channel < sums.channels(); channel++) {
            for (int i = 0; i < rows; i++) {
                int to = (channel * inputRows + i) * tileRow;
                kernels.inputs(in, input.at(channel, row + i, 0), step, inputs, to, inputStep, tiles);
            }
        }
    }

    private void transformGradients(float[] values, int row, int rows) {
        WinogradKernels kernels = input.lanes().winograd();
        for (int filter = 0; filter < sums.filters(); filter++) {
            for (int i = 0; i < rows; i++) {
                int to = (filter * ROWS + i) * tileRow;
                int from = gradient.at(filter, row + i, 0);
                kernels.gradients(transform.outputs(), values, from, gradients, to, gradientStep, tiles);
            }
        }
    }

    private void multiply(int count, int slot) {
        int productStep = sums.rows() * GradientKernels.SLOTS;
        for (int product = 0; product < PRODUCTS; product++) {
            for (int filter = 0; filter < sums.filters(); filter += FILTERS) {
                for (int channel = 0; channel < sums.channels(); channel++) {
                    input.lanes()
                            .gradients()
                            .addProducts(
                                    inputs,
                                    product * inputStep + channel * inputRows * tileRow,
                                    tileRow,
                                    gradients,
                                    product * gradientStep + filter * ROWS * tileRow,
                                    ROWS * tileRow,
                                    count,
                                    Math.min(FILTERS, sums.filters() - filter),
                                    sums.rows(),
                                    sums.weights(),
                                    sums.at(filter, channel) + product * productStep + slot,
                                    sums.filterStep());
                }
            }
        }
    }
}
