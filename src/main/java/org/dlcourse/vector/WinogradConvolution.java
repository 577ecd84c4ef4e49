package org.dlcourse.vector;

import java.util.Optional;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.Shape;

/**
 * A convolution by Winograd's minimal filtering along the rows, and as it is defined down the columns.
 *
 * <p>Tiles of neighbouring outputs of a row are computed from eight products. Each product's plane is a convolution of its own,
 * with a kernel of one column.
 *
 * <pre>
 * a row of the input, 3 columns in the kernel      8 pixels of a tile; the next tile begins 6 pixels further
 *   | transform: 8 sums of the pixels
 *   v
 * 8 planes, each one value a tile                  summed over channels and kernel rows, with transformed weights
 *   | transform: 6 sums of the products
 *   v
 * a row of the output                              6 pixels of a tile, from 8 products instead of 18
 * </pre>
 */
final class WinogradConvolution implements ConvolutionStage {
    /** Rows of the output at a time, so that what lies between the transforms stays in the cache. */
    private static final int ROWS = 6;

    /** Multiplications that take as long as the transform of a tile's inputs or outputs: 13 nanoseconds, at 7 a nanosecond. */
    private static final int TRANSFORM = 90;

    private static final int PRODUCTS = WinogradTransform.PRODUCTS;

    private final Convolution spec;
    private final WinogradTransform transform;
    private final LaneLayout input;
    private final LaneLayout output;
    private final boolean rectified;
    private final int lanes;
    private final int tiles;
    private final int tileRow;
    /** Rows of the input that the output's rows at a time need. */
    private final int inputRows;
    /** [products, channels, input rows, tiles, lanes] */
    private final float[][] factors;
    /** [products, filters, rows, tiles, lanes] */
    private final float[][] products;

    private WeightedSums[][] kernels;
    private float[] bias;

    WinogradConvolution(
            Convolution spec, WinogradTransform transform, LaneLayout input, LaneLayout output, boolean rectified) {
        this.spec = spec;
        this.transform = transform;
        this.input = input;
        this.output = output;
        this.rectified = rectified;
        this.lanes = input.lanes().count();
        this.tiles = transform.tiles(output.shape().width());
        this.tileRow = tiles * lanes;
        this.inputRows = ROWS + spec.kernelHeight() - 1;
        // An odd number of cache lines, so that they do not compete for the same offsets in the cache.
        this.factors = new float[PRODUCTS][(input.shape().channels() * inputRows * tiles | 1) * lanes];
        this.products = new float[PRODUCTS][(spec.filters() * ROWS * tiles | 1) * lanes];
    }

    /**
     * The transform for a convolution, if it takes less than the convolution as it is defined.
     *
     * <p>What is counted are multiplications; a transform counts as the number of them that takes as long, measured with registers of 512 bits.
     */
    static Optional<WinogradTransform> transformIfFaster(Convolution spec, Shape input) {
        if (spec.stride() != 1 || !WinogradTransform.fits(spec.kernelWidth())) {
            return Optional.empty();
        }
        WinogradTransform transform = WinogradTransform.withTaps(spec.kernelWidth());
        Shape output = spec.outputShape(input);
        long perTile = TRANSFORM * ((long) input.channels() * input.height() + (long) spec.filters() * output.height())
                + (long) PRODUCTS * input.channels() * spec.kernelHeight() * spec.filters() * output.height();
        return perTile * transform.tiles(output.width()) < spec.multiplications(input)
                ? Optional.of(transform)
                : Optional.empty();
    }

    @Override
    public void parameters(float[] weights, float[] bias) {
        this.bias = bias.clone();
        int[] offsets = new int[input.shape().channels() * spec.kernelHeight()];
        for (int term = 0; term < offsets.length; term++) {
            offsets[term] = (term / spec.kernelHeight() * inputRows + term % spec.kernelHeight()) * tileRow;
        }
        kernels = new WeightedSums[PRODUCTS][];
        for (int product = 0; product < PRODUCTS; product++) {
            float[] columns = new float[weights.length / spec.kernelWidth()];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = (float) transform.filter(product, weights, column * spec.kernelWidth());
            }
            kernels[product] = WeightedSums.ofFilters(offsets, columns, new float[spec.filters()]);
        }
    }

    @Override
    public void compute(float[] from, float[] to) {
        int height = output.shape().height();
        int kept = 0;
        for (int row = 0; row < height; row += ROWS) {
            int rows = Math.min(ROWS, height - row);
            if (row > 0) {
                keepLastInputs();
                kept = spec.kernelHeight() - 1;
            }
            for (int i = kept; i < rows + spec.kernelHeight() - 1; i++) {
                transformInputs(from, row + i, i);
            }
            multiply(rows);
            transformOutputs(row, rows, to);
        }
    }

    /** The rows that the next ones need again. */
    private void keepLastInputs() {
        int kept = (spec.kernelHeight() - 1) * tileRow;
        for (float[] plane : factors) {
            for (int channel = 0; channel < input.shape().channels(); channel++) {
                int to = channel * inputRows * tileRow;
                System.arraycopy(plane, to + ROWS * tileRow, plane, to, kept);
            }
        }
    }

    private void transformInputs(float[] from, int row, int offset) {
        for (int channel = 0; channel < input.shape().channels(); channel++) {
            int target = (channel * inputRows + offset) * tileRow;
            int start = input.at(channel, row, 0);
            int step = transform.outputs() * lanes;
            input.lanes().winograd().inputs(from, start, step, factors, target, tiles);
        }
    }

    private void multiply(int rows) {
        for (int product = 0; product < PRODUCTS; product++) {
            input.lanes()
                    .sums()
                    .weightedSums(
                            kernels[product],
                            factors[product],
                            0,
                            lanes,
                            products[product],
                            0,
                            ROWS * tileRow,
                            rows * tiles);
        }
    }

    private void transformOutputs(int row, int rows, float[] to) {
        for (int filter = 0; filter < spec.filters(); filter++) {
            for (int i = 0; i < rows; i++) {
                int from = (filter * ROWS + i) * tileRow;
                int start = output.at(filter, row + i, 0);
                output.lanes().winograd().outputs(transform.outputs(), bias[filter], products, from, to, start, tiles);
                output.clearBehind(to, filter, row + i);
                if (rectified) {
                    output.rectify(to, filter, row + i);
                }
            }
        }
    }
}
