package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void limitsOfExercisesAreSaidInWords() {
        assertThat(Limits.EXERCISES)
                .hasToString("memory 512 MB, address space 1024 MB a process, 10 s a request, 600 s on the processor a"
                        + " process, 64 processes, files of 64 MB, answers of 64 MB, 64 kB of prints a request");
    }

    @Test
    void addressSpaceGrowsWithTheMemory() {
        Limits more = Limits.EXERCISES.withMemory(700 << 20);

        assertThat(more.addressBytes() - more.memoryBytes()).isEqualTo(512 << 20);
    }

    @Test
    void limitThatAllowsNothingIsRefused() {
        assertThatThrownBy(() -> Limits.EXERCISES.withProcesses(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit processes is 0; expected a whole number from 1.");
        assertThatThrownBy(() -> Limits.EXERCISES.withRequest(Duration.ofMillis(900)))
                .hasMessageContaining("The limit request, in seconds is 0");
        assertThatThrownBy(() -> Limits.EXERCISES.withAddressSpace(1 << 20))
                .hasMessageContaining("less than memoryBytes");
    }
}
