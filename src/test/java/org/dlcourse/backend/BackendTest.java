package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void platformWithoutOneDnnRunsWithoutHelper() {
        Backend plain = new Backend("CpuBackend", "1", "linux-arm64", Backend.NO_HELPER, 1);

        assertThat(plain.checked()).isSameAs(plain);
    }
}
