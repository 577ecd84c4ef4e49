package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
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

    /** The properties stand before this build's on the class path; the CPU's backend must not take over. */
    @Test
    void buildForGpusStartsNothingWithoutOne() throws Exception {
        Path properties = Files.createDirectories(folder.resolve("classes/org/dlcourse/backend"))
                .resolve("build.properties");
        Files.writeString(properties, """
                dl4j.version=1.0.0-M2.1
                nd4j.backend=nd4j-cuda-11.6
                nd4j.classifier=linux-x86_64-cudnn
                nd4j.cuda.capabilities=99.0-99.9
                nd4j.cuda.driver=510.39
                """);
        ChildProcess process =
                ChildProcess.start(folder, List.of("-Xbootclasspath/a:" + folder.resolve("classes")), Start.class);

        assertThat(process.await()).as("exit status").isNotZero();
        assertThat(process.output())
                .containsOnlyOnce("a GPU of compute capability 99.0 to 99.9")
                .contains("leave -Pgpu out to compute on the CPU")
                .doesNotContain("CpuBackend");
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
