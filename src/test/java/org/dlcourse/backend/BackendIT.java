package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BackendIT {
    @TempDir
    private Path folder;

    /** Starts the backend and prints it. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            System.out.println(Backend.start());
        }
    }

    @Test
    void helperIsOnWithoutAnyOption() throws Exception {
        assumeThat(Backend.start().helperExpected())
                .as("the native build of this platform has oneDNN")
                .isTrue();
        ChildProcess process = ChildProcess.start(folder, List.of(), Start.class);

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output()).contains("MKLDNN");
    }

    @Test
    void startFailsWhereTheHelperIsSwitchedOff() throws Exception {
        assumeThat(Backend.start().helperExpected())
                .as("the native build of this platform has oneDNN")
                .isTrue();
        ChildProcess process =
                ChildProcess.start(folder, List.of("-Dorg.eclipse.deeplearning4j.helpers.disable=true"), Start.class);

        assertThat(process.await()).as("exit status").isNotZero();
        assertThat(process.output()).contains("DL4J's convolution layers do not use it", "(it is \"true\")");
    }
}
