package org.dlcourse.dataset.cifar;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;

/** CIFAR-10's images as they are put together of its six batches, which may come in any order. */
public final class Cifar10Batches {
    public static final int SIDE = 32;
    static final int CHANNELS = 3;
    static final int IMAGE_SIZE = CHANNELS * SIDE * SIDE;
    public static final int IMAGES_PER_BATCH = 10_000;
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final int TRAINING_BATCHES = 5;

    /** Names of the batches, that of the test images last. */
    static final List<String> NAMES = Stream.concat(
                    IntStream.rangeClosed(1, TRAINING_BATCHES).mapToObj(batch -> "data_batch_" + batch),
                    Stream.of("test_batch"))
            .toList();

    private final int imagesPerBatch;
    private final LabelledImages training;
    private LabelledImages test;
    private final boolean[] isThere = new boolean[NAMES.size()];

    /** Waits for six batches of {@code imagesPerBatch} images; published ones have {@value #IMAGES_PER_BATCH}. */
    Cifar10Batches(int imagesPerBatch) {
        this.imagesPerBatch = imagesPerBatch;
        int count = TRAINING_BATCHES * imagesPerBatch;
        training = new LabelledImages(new byte[count * IMAGE_SIZE], new int[count], CHANNELS, SIDE, SIDE);
    }

    /** The images of a batch as they are put in. */
    static LabelledImages images(byte[] pixels, int[] labels) {
        return new LabelledImages(pixels, labels, CHANNELS, SIDE, SIDE);
    }

    /** Puts in the batch of this index in {@link #NAMES}. */
    void put(int batch, LabelledImages images) {
        isThere[batch] = true;
        if (batch == TRAINING_BATCHES) {
            test = images;
            return;
        }
        int first = batch * imagesPerBatch;
        System.arraycopy(images.pixels(), 0, training.pixels(), first * IMAGE_SIZE, images.pixels().length);
        System.arraycopy(images.labels(), 0, training.labels(), first, images.count());
    }

    boolean holds(int batch) {
        return isThere[batch];
    }

    /** Names of the batches that did not come. */
    List<String> missing() {
        return IntStream.range(0, NAMES.size())
                .filter(batch -> !isThere[batch])
                .mapToObj(NAMES::get)
                .toList();
    }

    /** All images; only once no batch is missing. */
    ImageDataset dataset() {
        return new ImageDataset("CIFAR-10", ImageDataset.Origin.REAL, CLASSES, training, test);
    }
}
