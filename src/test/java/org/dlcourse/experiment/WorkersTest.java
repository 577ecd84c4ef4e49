package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void threadWhoseTaskWasGivenUpDoesNoOtherWhenItComesBack() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Workers workers = new Workers(() -> 1, Duration.ofMillis(300))) {
            Future<Integer> slow =
                    workers.submit(() -> waitThroughInterrupts(release), () -> new IllegalStateException("overdue"));
            assertThatThrownBy(slow::get).hasRootCauseMessage("overdue");

            List<CompletableFuture<Integer>> after = IntStream.range(0, 40)
                    .mapToObj(i -> workers.submit(this::countedTask, () -> new IllegalStateException("overdue")))
                    .toList();
            release.countDown();
            for (Future<Integer> task : after) {
                task.get();
            }
        }

        assertThat(most).as("tasks at the same time").hasValue(1);
    }

    @Test
    void asManyTasksRunAtATimeAsThereAreWorkers() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = new Workers(() -> 2, Duration.ofSeconds(20))) {
            for (int i = 0; i < 2; i++) {
                workers.submit(
                        () -> {
                            both.countDown();
                            return waitThroughInterrupts(both);
                        },
                        () -> new IllegalStateException("overdue"));
            }
            both.await();
        }

        assertThat(both.getCount()).isZero();
    }

    @Test
    void workersThatComeLaterTakeTheirShare() throws Exception {
        AtomicInteger count = new AtomicInteger(1);
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = new Workers(count::get, Duration.ofSeconds(20))) {
            List<CompletableFuture<Integer>> tasks = IntStream.range(0, 2)
                    .mapToObj(i -> workers.submit(
                            () -> {
                                both.countDown();
                                return waitThroughInterrupts(both);
                            },
                            () -> new IllegalStateException("overdue")))
                    .toList();
            Thread.sleep(100);
            assertThat(both.getCount()).as("tasks that one worker left").isEqualTo(1);

            count.set(2);

            for (Future<Integer> task : tasks) {
                assertThat(task.get()).isZero();
            }
        }
    }

    private int countedTask() throws InterruptedException {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        Thread.sleep(5);
        return running.decrementAndGet();
    }

    private static int waitThroughInterrupts(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return 0;
            } catch (InterruptedException e) {
                // As code that does not listen.
            }
        }
    }
}
