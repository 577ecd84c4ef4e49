package org.dlcourse.dataset.mnist;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.DataFile;

/**
 * What an IDX file of unsigned bytes holds.
 *
 * <p>Format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits": big-endian numbers (the magic
 * number, whose last byte is the number of dimensions, then the length of each), then one byte an element.
 *
 * @param lengths of the dimensions
 * @param bytes the last dimension fastest
 */
record IdxArray(int[] lengths, byte[] bytes) {
    /** Of an array of bytes without dimensions. */
    private static final int MAGIC = 0x00000800;

    private static final String ADVICE = ". It is cut, damaged or another file: get it again.";

    /** The number that such a file begins with. */
    static int magic(int dimensions) {
        return MAGIC + dimensions;
    }

    /**
     * Decodes a file, unpacked.
     *
     * @throws DataException if it has another number of dimensions or type, or more or fewer elements than it says
     */
    static IdxArray of(DataFile file, int dimensions) {
        int size = file.bytes().length;
        int header = Integer.BYTES * (1 + dimensions);
        if (size < header) {
            throw file.refused("has %,d bytes; its header alone takes %,d" + ADVICE, size, header);
        }
        ByteBuffer buffer = ByteBuffer.wrap(file.bytes());
        int found = buffer.getInt();
        if (found != magic(dimensions)) {
            throw file.refused(
                    "begins with the magic number 0x%08x; expected 0x%08x" + ADVICE, found, magic(dimensions));
        }
        int[] lengths = new int[dimensions];
        long content = 1;
        for (int d = 0; d < dimensions; d++) {
            lengths[d] = buffer.getInt();
            if (lengths[d] < 1) {
                throw file.refused("says that its dimension %d has length %,d" + ADVICE, d + 1, lengths[d]);
            }
            content = content > Integer.MAX_VALUE ? content : content * lengths[d];
        }
        if (content != size - header) {
            throw file.refused(
                    "promises %s of one byte after its header, but %,d bytes follow" + ADVICE,
                    Arrays.toString(lengths),
                    size - header);
        }
        return new IdxArray(lengths, Arrays.copyOfRange(file.bytes(), header, size));
    }
}
