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

    static NpyArray read(byte[] content, NpySource source) {
        return new NpyReader(content, source).array();
    }

    private NpyArray array() {
        int count = checkedCount();
        int[] places = header.isFortranOrder() ? fortranPlaces(header.shape(), count) : null;
        return header.type().isReal()
                ? new NpyArray(header.type(), header.shape(), new long[0], reals(count, places))
                : new NpyArray(header.type(), header.shape(), integers(count, places), new double[0]);
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

    /** For each element in Fortran order its place in C order. */
    private static int[] fortranPlaces(int[] shape, int count) {
        int[] places = new int[count];
        int[] index = new int[shape.length];
        for (int i = 0; i < count; i++) {
            int place = 0;
            for (int d = 0; d < shape.length; d++) {
                place = place * shape[d] + index[d];
            }
            places[i] = place;
            for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
                index[d] = 0;
            }
        }
        return places;
    }

    private double[] reals(int count, int[] places) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[places == null ? i : places[i]] = header.type().nextReal(bytes);
        }
        return values;
    }

    private long[] integers(int count, int[] places) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            int place = places == null ? i : places[i];
            values[place] = header.type().nextInteger(bytes);
            if (header.type() == ElementType.UINT64 && values[place] < 0) {
                throw source.refused(
                        "its element " + Arrays.toString(index(place)) + " is " + Long.toUnsignedString(values[place]),
                        "numbers of at most " + Long.MAX_VALUE,
                        "Save what fits numpy.int64.");
            }
        }
        return values;
    }

    /** The index along each dimension of a place in C order. */
    private int[] index(int place) {
        int[] index = new int[header.shape().length];
        int left = place;
        for (int d = index.length - 1; d >= 0; d--) {
            index[d] = left % header.shape()[d];
            left /= header.shape()[d];
        }
        return index;
    }
}
