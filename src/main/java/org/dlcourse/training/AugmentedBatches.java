package org.dlcourse.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batches of an epoch with images changed at random, prepared by a thread of their own while the network learns from those
 * before; which thread does it changes no bit.
 */
final class AugmentedBatches implements Iterator<Batch>, AutoCloseable {
    /** Batches in preparation while one is learnt from. */
    private static final int AHEAD = 4;

    private final AugmentedBatch augmentation;
    private final long[] imageShape;
    private final List<int[]> indices;
    /** One for each batch in preparation and one for the batch that is learnt from: a batch's arrays are overwritten by the next. */
    private final List<ExampleBatches> sources = new ArrayList<>();

    private final ExecutorService thread = threadOnThisDevice();
    private final Queue<CompletableFuture<Batch>> prepared = new ArrayDeque<>();
    private int asked;

    /**
     * Begins to prepare the first batches.
     *
     * @param indices of the examples of each batch
     * @param imageShape [any, channels, height, width]
     */
    AugmentedBatches(ExampleBatches examples, AugmentedBatch augmentation, List<int[]> indices, long[] imageShape) {
        this.augmentation = augmentation;
        this.indices = indices;
        this.imageShape = imageShape;
        for (int source = 0; source <= AHEAD; source++) {
            sources.add(examples.sameExamples());
        }
        for (int batch = 0; batch < AHEAD; batch++) {
            prepareAnother();
        }
    }

    /** ND4J would give a new thread the next of several GPUs. */
    private static ExecutorService threadOnThisDevice() {
        AffinityManager devices = Nd4j.getAffinityManager();
        int device = devices.getDeviceForCurrentThread();
        return Executors.newSingleThreadExecutor(task -> {
            Thread preparing = new Thread(
                    () -> {
                        devices.unsafeSetDevice(device);
                        task.run();
                    },
                    "augmentation");
            preparing.setDaemon(true);
            return preparing;
        });
    }

    private void prepareAnother() {
        if (asked == indices.size()) {
            return;
        }
        int[] wanted = indices.get(asked);
        ExampleBatches source = sources.get(asked % sources.size());
        asked++;
        prepared.add(
                CompletableFuture.supplyAsync(() -> augmentation.of(source.batch(wanted), wanted, imageShape), thread));
    }

    @Override
    public boolean hasNext() {
        return !prepared.isEmpty();
    }

    /** The next batch; the one before must no longer be used. */
    @Override
    public Batch next() {
        prepareAnother();
        try {
            return prepared.remove().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw e;
        }
    }

    /** Frees the arrays, once the batches in preparation, which are not needed any more, are done. */
    @Override
    public void close() {
        try {
            CompletableFuture.runAsync(() -> sources.forEach(ExampleBatches::close), thread)
                    .join();
        } finally {
            thread.shutdown();
        }
    }
}
