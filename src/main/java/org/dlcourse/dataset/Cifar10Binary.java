package org.dlcourse.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Reads CIFAR-10's binary version: six files of records, a label byte and then 32x32 red, green and blue bytes each.
 *
 * <p>Format: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, binary version.
 */
public final class Cifar10Binary {
    /** The folder that the published archive unpacks to. */
    public static final String FOLDER = "cifar-10-batches-bin";

    static final int SIDE = 32;
    static final int CHANNELS = 3;
    static final int RECORD = 1 + CHANNELS * SIDE * SIDE;
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    static final int RECORDS_PER_FILE = 10_000;
    private static final int TRAINING_FILES = 5;

    private final Path folder;
    private final int recordsPerFile;

    /** Reads files of so many records from this folder; published ones have {@value #RECORDS_PER_FILE}. */
    Cifar10Binary(Path folder, int recordsPerFile) {
        this.folder = folder;
        this.recordsPerFile = recordsPerFile;
    }

    /**
     * Reads all six files.
     *
     * @throws DataException if a file is missing, of the wrong size or has a label above 9
     */
    public ImageDataset read() {
        LabelledImages training = read(IntStream.rangeClosed(1, TRAINING_FILES)
                .mapToObj(batch -> "data_batch_" + batch + ".bin")
                .toList());
        LabelledImages test = read(List.of("test_batch.bin"));
        return new ImageDataset("CIFAR-10", ImageDataset.Origin.REAL, CLASSES, training, test);
    }

    private LabelledImages read(List<String> files) {
        int imageSize = RECORD - 1;
        byte[] pixels = new byte[files.size() * recordsPerFile * imageSize];
        int[] labels = new int[files.size() * recordsPerFile];
        for (int f = 0; f < files.size(); f++) {
            Path file = folder.resolve(files.get(f));
            byte[] records = bytes(file);
            for (int r = 0; r < recordsPerFile; r++) {
                int at = f * recordsPerFile + r;
                labels[at] = label(file, records, r);
                System.arraycopy(records, r * RECORD + 1, pixels, at * imageSize, imageSize);
            }
        }
        return new LabelledImages(pixels, labels, CHANNELS, SIDE, SIDE);
    }

    private byte[] bytes(Path file) {
        int expected = recordsPerFile * RECORD;
        try {
            if (!Files.isRegularFile(file)) {
                throw new DataException("CIFAR-10's file " + file.toAbsolutePath() + " is missing; found "
                        + Arrays.toString(folder.toFile().list()) + " there. Unpack the whole binary archive again.");
            }
            long size = Files.size(file);
            if (size != expected) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "CIFAR-10's file %s has %,d bytes, that is %,d whole records and %,d bytes;"
                                + " expected %,d bytes (%,d records of %,d). It is cut or damaged: unpack it again.",
                        file.toAbsolutePath(),
                        size,
                        size / RECORD,
                        size % RECORD,
                        expected,
                        recordsPerFile,
                        RECORD));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataException("CIFAR-10's file " + file.toAbsolutePath() + " cannot be read: " + e, e);
        }
    }

    private static int label(Path file, byte[] records, int record) {
        int label = records[record * RECORD] & 0xff;
        if (label >= CLASSES.size()) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "CIFAR-10's file %s is damaged: record %,d (byte %,d) has label %d; expected 0 to %d."
                            + " Unpack it again.",
                    file.toAbsolutePath(),
                    record,
                    (long) record * RECORD,
                    label,
                    CLASSES.size() - 1));
        }
        return label;
    }
}
