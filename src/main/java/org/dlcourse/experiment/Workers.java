package org.dlcourse.experiment;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads that do tasks side by side and give up one that takes too long.
 *
 * <p>Java cannot end a thread that does not want to end. So a task that is overdue is interrupted and left alone, and a new
 * thread takes its place: the tasks after it go on, as many at a time as before. Threads do not keep the process alive.
 */
final class Workers implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService watch;
    private final Duration limit;

    /** So many threads, and so long for one task. */
    Workers(int count, Duration limit) {
        this.threads = new ThreadPoolExecutor(
                count, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::daemon);
        this.watch = Executors.newSingleThreadScheduledExecutor(Workers::daemon);
        this.limit = limit;
    }

    /**
     * Does a task when a thread is free.
     *
     * @param overdue what a task that took too long failed with
     */
    <T> CompletableFuture<T> submit(Callable<T> task, Supplier<? extends RuntimeException> overdue) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        threads.execute(() -> {
            Thread worker = Thread.currentThread();
            ScheduledFuture<?> end =
                    watch.schedule(() -> giveUp(outcome, worker, overdue.get()), limit.toNanos(), TimeUnit.NANOSECONDS);
            try {
                outcome.complete(task.call());
            } catch (Throwable e) {
                // Errors too: one task that runs out of memory must not leave the others waiting.
                outcome.completeExceptionally(e);
            } finally {
                end.cancel(false);
            }
        });
        return outcome;
    }

    private void giveUp(CompletableFuture<?> outcome, Thread worker, RuntimeException reason) {
        if (outcome.completeExceptionally(reason)) {
            threads.setCorePoolSize(threads.getCorePoolSize() + 1);
            worker.interrupt();
        }
    }

    /** Ends all threads that can be ended. */
    @Override
    public void close() {
        threads.shutdownNow();
        watch.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "training");
        thread.setDaemon(true);
        return thread;
    }
}
