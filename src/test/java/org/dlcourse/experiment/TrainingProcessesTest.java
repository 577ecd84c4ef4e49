package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.backend.Backend;
import org.junit.jupiter.api.Test;

class TrainingProcessesTest {
    private static final String DIFFER = "They differ in what decides the last bits of a result";

    @Test
    void executorsThatAreAlikeAreCounted() {
        TrainingProcess one = process("linux-x86_64-onednn-avx2", 16, "EPYC");

        assertThat(new TrainingProcesses(List.of(one, one)).inWords())
                .startsWith("2 executors: CpuBackend 1.0.0-M2.1 (linux-x86_64-onednn-avx2)")
                .endsWith("EPYC, Java 17");
    }

    @Test
    void executorsOfWhichEqualSeedsNeedNotGiveEqualBitsAreSaid() {
        TrainingProcess x86 = process("linux-x86_64-onednn-avx2", 16, "EPYC");
        TrainingProcess arm = process("linux-arm64", 4, "Graviton");

        assertThat(new TrainingProcesses(List.of(x86, arm, x86)).inWords())
                .contains("2 executors: ", "linux-x86_64-onednn-avx2")
                .contains("1 executor: ", "linux-arm64")
                .contains(DIFFER);
    }

    @Test
    void widthOfVectorsIsNamedAndChangesNoBits() {
        TrainingProcess wide = process("linux-x86_64-onednn-avx2", 16, "EPYC");
        TrainingProcess narrow = process("linux-x86_64-onednn-avx2", 8, "Xeon");

        assertThat(new TrainingProcesses(List.of(wide, narrow)).inWords())
                .contains("vectors of 16 floats", "vectors of 8 floats")
                .doesNotContain(DIFFER);
    }

    private static TrainingProcess process(String build, int lanes, String processor) {
        Backend backend = new Backend("CpuBackend", "1.0.0-M2.1", build, Backend.NO_HELPER, 1, List.of(), lanes);
        return new TrainingProcess(
                new RunIdentity(new CodeVersion("00"), backend), new Machine(processor, 2, "Linux", "Java 17"));
    }
}
