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

    /** Of short rows, as many as have this many tiles, so that sums are seldom loaded and stored. */
    private static final int TILES = 36;

    private static final int PRODUCTS = WinogradTransform.PRODUCTS;
    private static final int FILTERS = GradientKernels.FILTERS;

    private final WinogradTransform transform;
    private final LaneLayout input;
    private final LaneLayout gradient;
    private final ConvolutionGradient sums;
    private final int lanes;
    private final int tiles;
    private final int tileRow;
    private final int rows;
    private final int inputRows;
    /** [products, channels, input rows, tiles, lanes] */
    private final float[][] inputs;

    private final int[] offsets;
    /** [products, groups of filters, rows, tiles, filters, lanes] */
    private final float[][] gradients;
    /** From one group of filters to the next. */
    private final int groupStep;

    WinogradWeightsGradient(
            WinogradTransform transform, LaneLayout input, LaneLayout gradient, ConvolutionGradient sums) {
        this.transform = transform;
        this.input = input;
        this.gradient = gradient;
        this.sums = sums;
        this.lanes = input.lanes().count();
        this.tiles = transform.tiles(gradient.shape().width());
        this.tileRow = tiles * lanes;
        this.rows = Math.min(gradient.shape().height(), Math.max(ROWS, (TILES + tiles - 1) / tiles));
        this.inputRows = rows + sums.rows() - 1;
        // An odd number of cache lines, so that they do not compete for the same offsets in the cache.
        this.inputs = new float[PRODUCTS][(sums.channels() * inputRows * tiles | 1) * lanes];
        this.offsets = sums.offsets(tap -> (tap / sums.rows() * inputRows + tap % sums.rows()) * tileRow);
        this.groupStep = rows * tileRow * FILTERS;
        this.gradients = new float[PRODUCTS][(sums.filters() + FILTERS - 1) / FILTERS * groupStep + lanes];
    }

    @Override
    public void add(float[] in, float[] values, int slot) {
        int height = gradient.shape().height();
        for (int row = 0; row < height; row += rows) {
            int now = Math.min(rows, height - row);
            transformInputs(in, row, now + sums.rows() - 1);
            transformGradients(values, row, now);
            multiply(now * tiles, slot);
        }
    }

    private void transformInputs(float[] in, int row, int count) {
        WinogradKernels kernels = input.lanes().winograd();
        int step = transform.outputs() * lanes;
        for (int channel = 0; channel < sums.channels(); channel++) {
            for (int i = 0; i < count; i++) {
                int to = (channel * inputRows + i) * tileRow;
                kernels.inputs(in, input.at(channel, row + i, 0), step, inputs, to, tiles);
            }
        }
    }

    private void transformGradients(float[] values, int row, int count) {
        WinogradKernels kernels = input.lanes().winograd();
        for (int filter = 0; filter < sums.filters(); filter++) {
            for (int i = 0; i < count; i++) {
                int to = filter / FILTERS * groupStep + (i * tiles * FILTERS + filter % FILTERS) * lanes;
                int from = gradient.at(filter, row + i, 0);
                kernels.gradients(transform.outputs(), values, from, gradients, to, FILTERS * lanes, tiles);
            }
        }
    }

    private void multiply(int count, int slot) {
        for (int product = 0; product < PRODUCTS; product++) {
            for (int filter = 0; filter < sums.filters(); filter += FILTERS) {
                input.lanes()
                        .gradients()
                        .addProducts(
                                inputs[product],
                                0,
                                offsets,
                                gradients[product],
                                filter / FILTERS * groupStep,
                                count,
                                Math.min(FILTERS, sums.filters() - filter),
                                sums.weights(),
                                sums.at(filter, product) + slot);
            }
        }
    }
}
