package org.dlcourse.dataset.cifar;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.DataFile;
import org.dlcourse.dataset.pickle.PickleReader;
import org.dlcourse.dataset.pickle.PickledArray;

/**
 * Decodes a batch of CIFAR-10's Python version: a pickled dictionary with an array {@code data} of unsigned bytes, a row an image
 * with 32x32 red, green and blue values, and a list {@code labels} of whole numbers. What else is in it is not needed.
 */
public final class Cifar10Python {
    private static final String DATA = "data";
    private static final String LABELS = "labels";

    private Cifar10Python() {}

    /**
     * The images of one batch.
     *
     * @throws DataException if the file is no such pickle, holds another number of images or labels, or has a label beyond 0 to 9
     */
    public static LabelledImages decode(DataFile file, int images) {
        if (!(PickleReader.read(file) instanceof Map<?, ?> batch)) {
            throw file.refused("holds no dictionary. It is another file: unpack the published archive again.");
        }
        if (batch.containsKey(Cifar100.LABELS)) {
            throw file.refused("has %s: it %s", Cifar100.LABELS, Cifar100.DESCRIPTION);
        }
        return Cifar10Batches.images(pixels(file, batch, images), labels(file, batch, images));
    }

    private static byte[] pixels(DataFile file, Map<?, ?> batch, int images) {
        int[] expected = {images, Cifar10Batches.IMAGE_SIZE};
        int[] found = batch.get(DATA) instanceof PickledArray array ? array.shape() : null;
        if (!Arrays.equals(found, expected)) {
            throw file.refused(
                    "has, as \"%s\", %s; expected an array of shape %s."
                            + " It is another file: unpack the published archive again.",
                    DATA,
                    found == null ? "no array" : "an array of shape " + Arrays.toString(found),
                    Arrays.toString(expected));
        }
        return ((PickledArray) batch.get(DATA)).bytes();
    }

    private static int[] labels(DataFile file, Map<?, ?> batch, int images) {
        if (!(batch.get(LABELS) instanceof List<?> labels) || labels.size() != images) {
            throw file.refused(
                    "has %s as \"%s\"; expected a list of %,d whole numbers."
                            + " It is another file: unpack the published archive again.",
                    batch.get(LABELS) instanceof List<?> list ? String.format("a list of %,d", list.size()) : "no list",
                    LABELS,
                    images);
        }
        int[] numbers = new int[images];
        for (int i = 0; i < images; i++) {
            numbers[i] = label(file, labels.get(i), i);
        }
        return numbers;
    }

    private static int label(DataFile file, Object label, int image) {
        if (label instanceof Long number && number >= 0 && number < Cifar10Batches.CLASSES.size()) {
            return number.intValue();
        }
        throw file.refused(
                "is damaged: image %,d has the label %s; expected 0 to %d. Unpack it again.",
                image,
                label instanceof Long ? label : "of another kind than a whole number",
                Cifar10Batches.CLASSES.size() - 1);
    }
}
