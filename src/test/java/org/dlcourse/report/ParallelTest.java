package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void resultsHaveTheOrderOfTheTasksHoweverLongEachTakes() throws IOException {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        Callable<String> first = () -> {
            if (Runtime.getRuntime().availableProcessors() > 1) {
                secondIsDone.await();
            }
            return "first";
        };
        Callable<String> second = () -> {
            secondIsDone.countDown();
            return "second";
        };

        assertThat(Parallel.results(List.of(first, second))).containsExactly("first", "second");
    }

    @Test
    void theFailureOfATaskIsThrownAsItIsOnceTheOthersAreDone() {
        AtomicBoolean otherIsDone = new AtomicBoolean();
        Callable<Boolean> failing = () -> {
            throw new IOException("no space left");
        };
        Callable<Boolean> other = () -> {
            otherIsDone.set(true);
            return true;
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Parallel.results(List.of(failing, other)))
                .withMessage("no space left");
        assertThat(otherIsDone).isTrue();
    }

    @Test
    void anErrorOfATaskIsThrownAsItIs() {
        Callable<String> failing = () -> {
            throw new OutOfMemoryError("heap");
        };

        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> Parallel.results(List.of(failing)))
                .withMessage("heap");
    }
}
