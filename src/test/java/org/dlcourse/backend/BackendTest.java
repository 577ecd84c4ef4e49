package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.junit.jupiter.api.Test;

class BackendTest {
    @Test
    void convolutionsUseOneDnnWhereTheNativeBuildHasIt() {
        Backend backend = Backend.start();

        assertThat(backend.helperActive())
                .as("oneDNN helper of DL4J's convolution layers; without it they are 30 times slower")
                .isEqualTo(backend.helperExpected());
    }

    @Test
    @EnabledIfBitsRepeat
    void operationsUseOneThread() {
        assertThat(Backend.start().threadsPerOperation())
                .as("OpenMP threads; more than one changes the bits of a run and slows parallel runs")
                .isEqualTo(1);
    }

    @Test
    void missingHelperIsAnErrorThatSaysWhatToLookAt() {
        Backend slow = new Backend("CpuBackend", "1", "linux-x86_64-onednn-avx2", Backend.NO_HELPER, 1);

        assertThatThrownBy(slow::checked)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "linux-x86_64-onednn-avx2 has oneDNN, but DL4J's convolution layers do not use it")
                .hasMessageContaining("org.eclipse.deeplearning4j.helpers.disable");
    }

    @Test
    void versionWhoseOneDnnBuildHasNoneIsNotAskedForIt() {
        Backend named = new Backend("CpuBackend", "1.0.0-M1.1", "linux-x86_64-onednn-avx2", Backend.NO_HELPER, 1);

        assertThat(named.checked().helperExpected()).isFalse();
    }

    @Test
    void gpusHaveOneWorkerEachAndAreNamedInWhatIsSaidOfAResult() {
        Gpu gpu = new Gpu(0, "GPU-1", "Tesla T4", new ComputeCapability(7, 5), 15360, "550.54");
        Backend two =
                new Backend("JCublasBackend", "1", "linux-x86_64-cudnn", Backend.NO_HELPER, 1, List.of(gpu, gpu), 0);

        assertThat(two.workers(16)).isEqualTo(2);
        assertThat(two.repeatsToTheBit()).isFalse();
        assertThat(two.toString())
                .contains("on Tesla T4 (compute capability 7.5, 15,360 MiB, driver 550.54), Tesla T4");
        assertThat(two.identity()).contains("Tesla T4").doesNotContain("550.54");
    }

    @Test
    void cpuHasAsManyWorkersAsAskedForAndRepeatsBits() {
        Backend cpu = new Backend("CpuBackend", "1", "linux", Backend.NO_HELPER, 1);

        assertThat(cpu.workers(16)).isEqualTo(16);
        assertThat(cpu.repeatsToTheBit()).isTrue();
        assertThat(cpu.identity()).isEqualTo("CpuBackend|1|linux|none|threads=1");
    }

    @Test
    void identityNamesVectorsWithoutTheirWidth() {
        Backend wide = new Backend("CpuBackend", "1", "linux", Backend.NO_HELPER, 1, List.of(), 16);
        Backend narrow = new Backend("CpuBackend", "1", "linux", Backend.NO_HELPER, 1, List.of(), 4);

        assertThat(wide.identity()).isEqualTo(narrow.identity()).isEqualTo("CpuBackend|1|linux|none|threads=1|vectors");
        assertThat(narrow.toString()).contains("convolutions on vectors of 4 floats");
    }

    @Test
    void platformWithoutOneDnnRunsWithoutHelper() {
        Backend plain = new Backend("CpuBackend", "1", "linux-arm64", Backend.NO_HELPER, 1);

        assertThat(plain.checked()).isSameAs(plain);
    }
}
