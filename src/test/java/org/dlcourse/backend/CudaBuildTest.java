package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CudaBuildTest {
    private static final CudaBuild BUILD = CudaBuild.of("ND4J 1.0.0-M2.1 with CUDA 11.6", "3.7-8.9", "510.39");

    @ParameterizedTest
    @ValueSource(strings = {"3.7", "7.5", "8.6", "8.9"})
    void generationsThatItHasCodeForAreServed(String capability) {
        assertThatCode(() -> BUILD.requireServed(machine(capability, "510.39.01")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.0", "10.0", "12.1"})
    void newerGpuIsAnErrorThatNamesWhatServesIt(String capability) {
        assertThatThrownBy(() -> BUILD.requireServed(machine(capability, "580.1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GPU 0 is A GPU (compute capability " + capability)
                .hasMessageContaining("which ND4J 1.0.0-M2.1 with CUDA 11.6 has no code for")
                .hasMessageContaining("Expected a GPU of compute capability 3.7 to 8.9 and driver 510.39 or later")
                .hasMessageContaining("-Ddl4j.version=1.0.0-M1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5", "2.1"})
    void olderGpuIsAnErrorThatAsksForANewerOne(String capability) {
        assertThatThrownBy(() -> BUILD.requireServed(machine(capability, "580.1")))
                .hasMessageContaining("has no code for")
                .hasMessageContaining("Use a newer GPU.");
    }

    @Test
    void oneGpuThatIsNotServedIsAnErrorBesideOneThatIs() {
        assertThatThrownBy(() -> BUILD.requireServed(Gpus.listed(GpusTest.TWO, Optional.empty())))
                .hasMessageContaining("GPU 1 is NVIDIA H100 80GB HBM3")
                .hasMessageContaining("name that one in CUDA_VISIBLE_DEVICES");
        assertThatCode(() -> BUILD.requireServed(Gpus.listed(GpusTest.TWO, Optional.of("0"))))
                .doesNotThrowAnyException();
    }

    @Test
    void noGpuIsAnErrorThatSaysWhatWasFoundAndIsExpected() {
        assertThatThrownBy(() -> BUILD.requireServed(new Gpus(List.of(), "nvidia-smi cannot be run")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("No GPU can be used: nvidia-smi cannot be run. Expected a GPU")
                .hasMessageContaining("leave -Pgpu out");
    }

    @Test
    void oldDriverIsAnErrorWithTheLeastOne() {
        assertThatThrownBy(() -> BUILD.requireServed(machine("8.6", "470.256.02")))
                .hasMessageStartingWith(
                        "NVIDIA's driver is 470.256.02, too old for ND4J 1.0.0-M2.1 with CUDA 11.6. Expected 510.39 or later.");
    }

    @Test
    void openEndServesAllNewerGpus() {
        CudaBuild translated = CudaBuild.of("ND4J 1.0.0-M1.1 with CUDA 11.2", "3.5-", "510.39");

        assertThatCode(() -> translated.requireServed(machine("9.0", "580.1"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> translated.requireServed(machine("3.2", "580.1")))
                .hasMessageContaining("compute capability 3.5 or later");
    }

    @ParameterizedTest
    @CsvSource({"510.38.9, true", "510.39, false", "510.39.01, false", "510, true", "600, false", "99.99, true"})
    void driversAreComparedByNumber(String version, boolean older) {
        assertThat(CudaBuild.olderThan(version, "510.39")).isEqualTo(older);
    }

    @Test
    void publishedBuildsAreKnownAndOthersAreNamedByTheUser() {
        assertThat(CudaBuild.of("1.0.0-M2.1", "11.6", Optional.empty())).isEqualTo(BUILD);
        assertThat(CudaBuild.of("1.0.0-M1.1", "11.2", Optional.of("9.0-9.0")).expected())
                .startsWith("a GPU of compute capability 9.0 to 9.0 and driver 510.39");
        assertThatThrownBy(() -> CudaBuild.of("1.0.0-M2.1", "11.4", Optional.empty()))
                .hasMessage(
                        "Which GPUs ND4J 1.0.0-M2.1 with CUDA 11.4 has code for is not known, only that of CUDA 11.2 and 11.6."
                                + " Name them with -Dnd4j.cuda.capabilities=LOWEST-HIGHEST, such as 9.0-9.0.");
    }

    private static Gpus machine(String capability, String driver) {
        return Gpus.listed("0, GPU-1, A GPU, " + capability + ", 8192, " + driver, Optional.empty());
    }
}
