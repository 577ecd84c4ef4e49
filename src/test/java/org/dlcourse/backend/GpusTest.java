package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpusTest {
    static final String TWO = """
            0, GPU-1111aaaa, NVIDIA GeForce RTX 3090, 8.6, 24576, 535.183.01
            1, GPU-2222bbbb, NVIDIA H100 80GB HBM3, 9.0, 81559, 535.183.01
            """;

    @Test
    void gpuIsDescribedByNameCapabilityMemoryAndDriver() {
        Gpus gpus = Gpus.listed(TWO, Optional.empty());

        assertThat(gpus.usable())
                .extracting(Gpu::toString)
                .containsExactly(
                        "NVIDIA GeForce RTX 3090 (compute capability 8.6, 24,576 MiB, driver 535.183.01)",
                        "NVIDIA H100 80GB HBM3 (compute capability 9.0, 81,559 MiB, driver 535.183.01)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "'1,0', 10", "GPU-2222, 1", "'0,7,1', 0", "-1, ''", "'', ''", "MIG-1, ''"})
    void visibleDevicesAreReadAsCudaReadsThem(String variable, String usable) {
        StringBuilder indices = new StringBuilder();
        Gpus.listed(TWO, Optional.of(variable)).usable().forEach(gpu -> indices.append(gpu.index()));

        assertThat(indices).hasToString(usable);
    }

    @Test
    void variableThatHidesEveryGpuIsNamed() {
        assertThat(Gpus.listed(TWO, Optional.of("7")).finding())
                .contains("GPU 1 is NVIDIA H100", "CUDA_VISIBLE_DEVICES is \"7\"");
    }

    @Test
    void listThatCannotBeReadListsNoneAndIsShown() {
        Gpus gpus = Gpus.listed("0, GPU-1, NVIDIA T4, [N/A], 15360, 470.1", Optional.empty());

        assertThat(gpus.usable()).isEmpty();
        assertThat(gpus.finding())
                .contains("NVIDIA T4", "The compute capability is \"[N/A]\"; expected two numbers such as 8.6.");
    }

    @Test
    void missingCommandListsNoneAndIsNamed() {
        Gpus gpus = Gpus.found(List.of("no-such-command-here"), Optional.empty());

        assertThat(gpus.usable()).isEmpty();
        assertThat(gpus.finding()).startsWith("no-such-command-here cannot be run");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a POSIX shell in place of nvidia-smi")
    void commandThatFailsIsQuoted() {
        Gpus gpus = Gpus.found(
                List.of("sh", "-c", "echo couldn\\'t communicate with the NVIDIA driver; exit 9"), Optional.empty());

        assertThat(gpus.usable()).isEmpty();
        assertThat(gpus.finding())
                .isEqualTo("sh ended with status 9 and printed \"couldn't communicate with the NVIDIA driver\"");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a POSIX shell in place of nvidia-smi")
    void commandsAnswerIsRead() {
        Gpus gpus = Gpus.found(List.of("sh", "-c", "echo '0, GPU-1, Tesla T4, 7.5, 15360, 550.54'"), Optional.empty());

        assertThat(gpus.usable())
                .containsExactly(new Gpu(0, "GPU-1", "Tesla T4", new ComputeCapability(7, 5), 15360, "550.54"));
    }
}
