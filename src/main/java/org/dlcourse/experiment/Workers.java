package org.dlcourse.experiment;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Threads that do tasks side by side and give up one that takes too long.
 *
 * <p>Java cannot end a thread that does not want to end. So a task that is overdue is interrupted and left alone, and a new
 * thread replaces its own, which does no other task any more: the tasks after it go on, as many at a time as before.
 * Threads do not keep the process alive.
 *
 * <pre>
 * two threads, tasks A to E, of which B hangs
 *
 * thread 1   A A A | C C C | E E E
 * thread 2   B B B B B B x . . . .      x: overdue; B fails, thread 2 is interrupted and left alone
 * thread 3               | D D D        starts at x
 * </pre>
 */
final class Workers implements AutoCloseable {
    private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch;
    private final IntSupplier count;
    private final Duration limit;
    /** Threads that do tasks, without those that were left alone. */
    private int working;

    /**
     * Starts the threads.
     *
     * @param count of threads; asked again every second, and where it has grown there are more from then on
     * @param limit of the time of one task
     */
    Workers(IntSupplier count, Duration limit) {
        this.watch = Executors.newSingleThreadScheduledExecutor(Workers::daemon);
        this.count = count;
        this.limit = limit;
        startMissing();
        watch.scheduleWithFixedDelay(this::startMissing, 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void startMissing() {
        for (; working < count.getAsInt(); working++) {
            startThread();
        }
    }

    /**
     * Does a task when a thread is free.
     *
     * @param overdue what a task that took too long failed with
     */
    <T> CompletableFuture<T> submit(Callable<T> work, Supplier<? extends RuntimeException> overdue) {
        Task<T> task = new Task<>(work, overdue, new CompletableFuture<>());
        tasks.add(task);
        return task.outcome();
    }

    private void startThread() {
        Thread thread = daemon(this::work);
        threads.add(thread);
        thread.start();
    }

    private void work() {
        try {
            while (isDone(tasks.take())) {
                // The next one.
            }
        } catch (InterruptedException e) {
            // Closed: tasks that were not begun are not awaited.
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    /** Whether a task came to an end before it was given up. */
    private <T> boolean isDone(Task<T> task) {
        Thread worker = Thread.currentThread();
        ScheduledFuture<?> end = watch.schedule(() -> giveUp(task, worker), limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return task.outcome().complete(task.work().call());
        } catch (Throwable e) {
            // Errors too: one task that runs out of memory must not leave the others waiting.
            return task.outcome().completeExceptionally(e);
        } finally {
            end.cancel(false);
        }
    }

    private void giveUp(Task<?> task, Thread worker) {
        if (task.outcome().completeExceptionally(task.overdue().get())) {
            startThread();
            worker.interrupt();
        }
    }

    /** Ends all threads that can be ended. */
    @Override
    public void close() {
        watch.shutdownNow();
        threads.forEach(Thread::interrupt);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "training");
        thread.setDaemon(true);
        return thread;
    }

    private record Task<T>(
            Callable<T> work, Supplier<? extends RuntimeException> overdue, CompletableFuture<T> outcome) {}
}
