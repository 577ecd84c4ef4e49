package org.dlcourse.dataset.cifar;

import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.DataFile;

/**
 * Decodes a batch of CIFAR-10's binary version: records of a label byte and then 32x32 red, green and blue bytes each.
 *
 * <p>Format: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, binary version.
 */
final class Cifar10Binary {
    static final int RECORD = 1 + Cifar10Batches.IMAGE_SIZE;

    private Cifar10Binary() {}

    /**
     * The images of one batch.
     *
     * @throws DataException if the file has another number of records, or has a label above 9
     */
    static LabelledImages decode(DataFile file, int images) {
        checkSize(file, images);
        byte[] pixels = new byte[images * Cifar10Batches.IMAGE_SIZE];
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = label(file, i);
            System.arraycopy(
                    file.bytes(), i * RECORD + 1, pixels, i * Cifar10Batches.IMAGE_SIZE, Cifar10Batches.IMAGE_SIZE);
        }
        return Cifar10Batches.images(pixels, labels);
    }

    private static void checkSize(DataFile file, int images) {
        int size = file.bytes().length;
        int expected = images * RECORD;
        if (size == expected) {
            return;
        }
        if (size > 0 && size % Cifar100.RECORD == 0) {
            throw file.refused(
                    "has %,d bytes, that is %,d records of %,d: it %s",
                    size, size / Cifar100.RECORD, Cifar100.RECORD, Cifar100.DESCRIPTION);
        }
        throw file.refused(
                "has %,d bytes, that is %,d whole records and %,d bytes; expected %,d bytes (%,d records of %,d)."
                        + " It is cut or damaged: unpack it again.",
                size, size / RECORD, size % RECORD, expected, images, RECORD);
    }

    private static int label(DataFile file, int record) {
        int label = file.bytes()[record * RECORD] & 0xff;
        if (label >= Cifar10Batches.CLASSES.size()) {
            throw file.refused(
                    "is damaged: record %,d (byte %,d) has label %d; expected 0 to %d. Unpack it again.",
                    record, (long) record * RECORD, label, Cifar10Batches.CLASSES.size() - 1);
        }
        return label;
    }
}
