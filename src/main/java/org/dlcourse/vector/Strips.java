package org.dlcourse.vector;

import java.util.LinkedList;
import java.util.List;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/**
 * How the images of a batch fill {@value GradientKernels#SLOTS} slots, each of them a lane of a vector: whole, or cut into strips of rows,
 * so that few images fill them as well.
 *
 * <p>With two strips, eight images A to H of 12 rows behind a convolution with a kernel of three rows, which the next layer reads:
 *
 * <pre>
 * slots 0 to 7:   rows 0 to 5 of A to H, and below them rows 6 and 7, which are copied from the slots of the other strip
 * slots 8 to 15:  rows 6 to 11 of A to H, and below them zeros
 * </pre>
 *
 * <p>All strips of a layer have the same number of rows; the last ones may reach beyond the image.
 *
 * @param count of an image: 1, 2, 4 or 8
 * @param lanes of a vector
 */
record Strips(int count, int lanes) {
    private static final int MOST = 8;

    /** As few as leave no image without a slot, and no more slots empty than need be. */
    static Strips of(int images, int lanes) {
        int count = MOST;
        while (count > 1 && images > GradientKernels.SLOTS / count) {
            count /= 2;
        }
        return new Strips(count, lanes);
    }

    /** How many images there is room for. */
    int images() {
        return GradientKernels.SLOTS / count;
    }

    /** How many vectors hold this many images. */
    int vectors(int imageCount) {
        int slots = count == 1 ? imageCount : GradientKernels.SLOTS;
        return (slots + lanes - 1) / lanes;
    }

    /** How many of these vectors are computed layer by layer together, because their strips read rows of each other. */
    int together(int vectors) {
        return count == 1 ? 1 : vectors;
    }

    /** The parts of a stack for one strip, whose inputs include the rows of the next strips that a convolution reads. */
    List<StackPart> parts(List<StackPart> whole) {
        if (count == 1) {
            return whole;
        }
        int rows = 1;
        LinkedList<StackPart> parts = cut(whole, rows);
        while (!cover(parts, whole)) {
            parts = cut(whole, ++rows);
        }
        return parts;
    }

    /** Rows from one strip of a part's input to the next. */
    static int rows(StackPart part) {
        return part.layer() instanceof Convolution
                ? part.output().height()
                : part.input().height();
    }

    private static LinkedList<StackPart> cut(List<StackPart> whole, int rows) {
        LinkedList<StackPart> parts = new LinkedList<>();
        int own = rows;
        for (int i = whole.size() - 1; i >= 0; i--) {
            StackPart part = whole.get(i);
            int height = own;
            if (part.layer() instanceof Convolution convolution) {
                height += convolution.kernelHeight() - 1;
            } else {
                own *= ((MaxPooling) part.layer()).size();
                height = own;
            }
            parts.addFirst(part.withInput(
                    new Shape(part.input().channels(), height, part.input().width())));
        }
        return parts;
    }

    /** Whether every row between two layers lies in a strip, and every row of the output. */
    private boolean cover(List<StackPart> parts, List<StackPart> whole) {
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i + 1 == parts.size();
            int rows = last
                    ? whole.get(i).output().height()
                    : whole.get(i + 1).input().height();
            if (parts.get(i).output().height() * count < rows) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lays out the strips or images of one vector.
     *
     * @param images [images, channels, height, width]
     * @param image shape of one
     * @param first of the images in the slots
     * @param imageCount how many these are; the other slots' lanes are set to zero
     * @param slot of the vector's first lane
     * @param rows from one strip to the next
     */
    void read(
            float[] images, Shape image, int first, int imageCount, int slot, int rows, LaneLayout layout, float[] to) {
        for (int lane = 0; lane < lanes; lane++) {
            int index = (slot + lane) % images();
            if (index < imageCount) {
                layout.read(images, image, first + index, (slot + lane) / images() * rows, lane, to);
            } else {
                layout.clearLane(to, lane);
            }
        }
    }

    /** Takes the strips or images of one vector apart, to where {@link #read} has them from. */
    void write(float[] values, LaneLayout layout, float[] images, Shape image, int first, int imageCount, int slot) {
        for (int lane = 0; lane < lanes; lane++) {
            int index = (slot + lane) % images();
            if (index < imageCount) {
                int row = (slot + lane) / images() * layout.shape().height();
                layout.write(values, lane, images, image, first + index, row);
            }
        }
    }

    /**
     * Copies the rows above and below each strip from the strips that have them.
     *
     * @param layout of a strip
     * @param vectors the arrays of all slots, those of one layer laid out so
     * @param index of this layer's arrays
     */
    void exchange(LaneLayout layout, List<float[][]> vectors, int index) {
        int height = layout.shape().height();
        for (int slot = 0; count > 1 && slot < GradientKernels.SLOTS; slot++) {
            for (int row = -layout.above(); row < height + layout.below(); row++) {
                int source = slot / images() * height + row;
                boolean own = row >= 0 && row < height;
                if (!own && source >= 0 && source < count * height) {
                    int from = source / height * images() + slot % images();
                    layout.copyRow(
                            vectors.get(from / lanes)[index],
                            from % lanes,
                            source % height,
                            vectors.get(slot / lanes)[index],
                            slot % lanes,
                            row);
                }
            }
        }
    }
}
