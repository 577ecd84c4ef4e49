package org.dlcourse.dataset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads MNIST's four IDX files, plain or compressed with gzip: 28x28 gray images of digits and their labels.
 *
 * <p>Format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits": big-endian numbers (the magic
 * number, then the length of each dimension), then one byte a pixel or label. How many images there are is what the files
 * say; a subset is read as it is.
 */
public final class MnistIdx {
    /** The folder of the data set; its files are in {@link #FILES} below it. */
    public static final String FOLDER = "MNIST";

    static final String FILES = "raw";
    static final int SIDE = 28;
    static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    static final int MAGIC_OF_IMAGES = 0x00000803;
    static final int MAGIC_OF_LABELS = 0x00000801;

    private final Path folder;

    /** Reads the files in this folder. */
    public MnistIdx(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all four files.
     *
     * @throws DataException if a file is missing, damaged or of another kind, images are not 28x28, images and labels differ
     *     in number, or a label is above 9
     */
    public ImageDataset read() {
        return new ImageDataset("MNIST", ImageDataset.Origin.REAL, CLASSES, read("train"), read("t10k"));
    }

    private LabelledImages read(String part) {
        Path imageFile = file(part + "-images-idx3-ubyte");
        Path labelFile = file(part + "-labels-idx1-ubyte");
        IdxArray images = array(imageFile, MAGIC_OF_IMAGES);
        if (images.lengths()[1] != SIDE || images.lengths()[2] != SIDE) {
            throw new DataException("MNIST's file " + imageFile.toAbsolutePath() + " has images of "
                    + images.lengths()[1] + "x" + images.lengths()[2] + " pixels; expected " + SIDE + "x" + SIDE
                    + ". It is another data set's, or damaged.");
        }
        IdxArray labels = array(labelFile, MAGIC_OF_LABELS);
        if (labels.lengths()[0] != images.lengths()[0]) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "MNIST's files do not belong together: %s has %,d images, %s has %,d labels. Take both from one place.",
                    imageFile.toAbsolutePath(),
                    images.lengths()[0],
                    labelFile.toAbsolutePath(),
                    labels.lengths()[0]));
        }
        return new LabelledImages(images.bytes(), classNumbers(labelFile, labels.bytes()), 1, SIDE, SIDE);
    }

    /** The file of this name, unpacked or not. */
    private Path file(String name) {
        Path plain = folder.resolve(name);
        Path compressed = folder.resolve(name + ".gz");
        if (Files.isRegularFile(plain)) {
            return plain;
        }
        if (Files.isRegularFile(compressed)) {
            return compressed;
        }
        throw new DataException("MNIST's file " + plain.toAbsolutePath() + " is missing, and so is " + name
                + ".gz; found "
                + (Files.isDirectory(folder) ? Arrays.toString(folder.toFile().list()) : "no such folder")
                + ". Put the four files there, as published or unpacked.");
    }

    private static IdxArray array(Path file, int magic) {
        byte[] bytes = bytes(file);
        int dimensions = magic & 0xff;
        int header = Integer.BYTES * (1 + dimensions);
        if (bytes.length < header) {
            throw damaged(file, "has %,d bytes; its header alone takes %,d", bytes.length, header);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int found = buffer.getInt();
        if (found != magic) {
            throw damaged(file, "begins with the magic number 0x%08x; expected 0x%08x", found, magic);
        }
        int[] lengths = new int[dimensions];
        long content = 1;
        for (int d = 0; d < dimensions; d++) {
            lengths[d] = buffer.getInt();
            if (lengths[d] < 1) {
                throw damaged(file, "says that its dimension %d has length %,d", d + 1, lengths[d]);
            }
            content = content > Integer.MAX_VALUE ? content : content * lengths[d];
        }
        if (content != bytes.length - header) {
            throw damaged(
                    file,
                    "promises %s of one byte after its header, but %,d bytes follow",
                    Arrays.toString(lengths),
                    bytes.length - header);
        }
        return new IdxArray(lengths, Arrays.copyOfRange(bytes, header, bytes.length));
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!file.toString().endsWith(".gz")) {
                return bytes;
            }
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return unpacked.readAllBytes();
            } catch (EOFException e) {
                throw damaged(file, "ends too early for gzip, after %,d bytes", bytes.length);
            } catch (ZipException e) {
                throw damaged(
                        file,
                        "is no sound gzip file (%s); if it is unpacked already, take .gz off its name",
                        e.getMessage());
            }
        } catch (IOException e) {
            throw new DataException("MNIST's file " + file.toAbsolutePath() + " cannot be read: " + e, e);
        }
    }

    private static int[] classNumbers(Path file, byte[] bytes) {
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[i] & 0xff;
            if (labels[i] >= CLASSES.size()) {
                throw damaged(file, "has label %d for image %,d; expected 0 to %d", labels[i], i, CLASSES.size() - 1);
            }
        }
        return labels;
    }

    private static DataException damaged(Path file, String what, Object... values) {
        return new DataException("MNIST's file " + file.toAbsolutePath() + " "
                + String.format(Locale.ROOT, what, values) + ". It is cut, damaged or another file: get it again.");
    }

    /**
     * What an IDX file of bytes holds.
     *
     * @param lengths of the dimensions
     * @param bytes the last dimension fastest
     */
    private record IdxArray(int[] lengths, byte[] bytes) {}
}
