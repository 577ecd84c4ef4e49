package org.dlcourse.dataset.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.npy.NpyArray.ElementType;

/**
 * Reads NumPy's {@code .npy} files, versions 1 to 3 of the header, and {@code .npz} archives of one array.
 *
 * <p>ND4J has a reader, but it reads Fortran order wrong without a word and ends the process on a big-endian file. Format:
 * NumPy Enhancement Proposal 1 and {@code numpy.lib.format}.
 */
public final class NpyReader {
    private final NpySource source;
    private final ByteBuffer bytes;
    private final NpyHeader header;

    private NpyReader(byte[] content, NpySource source) {
        this.source = source;
        bytes = ByteBuffer.wrap(content);
        header = NpyHeader.read(bytes, source);
        bytes.order(header.byteOrder());
    }

    /**
     * Reads one array.
     *
     * @param file a {@code .npy} file, or a {@code .npz} archive that holds one array; its name does not matter
     * @throws DataException if the file is missing, damaged, holds several arrays or elements of another type than {@link
     *     ElementType}, or an unsigned number of 2^63 or more
     */
    public static NpyArray read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return NpzArchive.isArchive(content)
                    ? new NpzArchive(file).onlyArray()
                    : read(content, new NpySource("The .npy file " + file.toAbsolutePath()));
        } catch (ZipException e) {
            throw new DataException(
                    "The .npz file " + file.toAbsolutePath() + " is damaged or cut off: " + e.getMessage()
                            + ". Copy it again from where it came, or save it again with numpy.savez.",
                    e);
        } catch (IOException e) {
            throw DataException.unreadable("The .npy file", file, e);
        }
    }

    /**
     * Reads one array.
     *
     * @param content of a {@code .npy} file
     * @param name of the array, as errors name it
     * @throws DataException as for a file
     */
    public static NpyArray read(byte[] content, String name) {
        return read(content, new NpySource(name));
    }

    static NpyArray read(byte[] content, NpySource source) {
        return new NpyReader(content, source).array();
    }

    private NpyArray array() {
        int count = checkedCount();
        int[] indices = header.isFortranOrder() ? fortranIndices(header.shape(), count) : null;
        return header.type().isReal()
                ? new NpyArray(header.type(), header.shape(), new long[0], reals(count, indices))
                : new NpyArray(header.type(), header.shape(), integers(count, indices), new double[0]);
    }

    private int checkedCount() {
        int size = header.type().bytes();
        double expected = Arrays.stream(header.shape()).asDoubleStream().reduce(size, (a, b) -> a * b);
        if (expected != bytes.remaining()) {
            throw source.damaged(
                    "it holds " + bytes.remaining() + " bytes of data",
                    String.format(
                            Locale.ROOT,
                            "%.0f for shape %s of %s",
                            expected,
                            Arrays.toString(header.shape()),
                            header.type()));
        }
        return bytes.remaining() / size;
    }

    /** For each element in Fortran order its index in C order. */
    private static int[] fortranIndices(int[] shape, int count) {
        int[] indices = new int[count];
        int[] coordinates = new int[shape.length];
        for (int i = 0; i < count; i++) {
            int index = 0;
            for (int d = 0; d < shape.length; d++) {
                index = index * shape[d] + coordinates[d];
            }
            indices[i] = index;
            for (int d = 0; d < shape.length && ++coordinates[d] == shape[d]; d++) {
                coordinates[d] = 0;
            }
        }
        return indices;
    }

    private double[] reals(int count, int[] indices) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[indices == null ? i : indices[i]] = header.type().nextReal(bytes);
        }
        return values;
    }

    private long[] integers(int count, int[] indices) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            int index = indices == null ? i : indices[i];
            values[index] = header.type().nextInteger(bytes);
            if (header.type() == ElementType.UINT64 && values[index] < 0) {
                throw source.refused(
                        "its element " + Arrays.toString(coordinates(index)) + " is "
                                + Long.toUnsignedString(values[index]),
                        "numbers of at most " + Long.MAX_VALUE,
                        "Save what fits numpy.int64.");
            }
        }
        return values;
    }

    /** The index along each dimension of an index in C order. */
    private int[] coordinates(int index) {
        int[] coordinates = new int[header.shape().length];
        int left = index;
        for (int d = coordinates.length - 1; d >= 0; d--) {
            coordinates[d] = left % header.shape()[d];
            left /= header.shape()[d];
        }
        return coordinates;
    }
}
