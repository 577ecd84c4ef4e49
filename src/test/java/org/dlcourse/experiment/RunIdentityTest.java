package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
    private static final Backend BACKEND = new Backend("CpuBackend", "1", "linux", Backend.NO_HELPER, 1);
    private static final RunIdentity IDENTITY = new RunIdentity(new CodeVersion("code"), BACKEND);
    private static final RunRequest REQUEST = request(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 15, 1);

    @Test
    void equalRunsHaveEqualKeys() {
        RunRequest equal = request(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 15, 1);

        assertThat(IDENTITY.key(equal, "data")).isEqualTo(IDENTITY.key(REQUEST, "data"));
    }

    @Test
    void whateverDeterminesARunChangesItsKey() {
        Backend otherBuild = new Backend("CpuBackend", "1", "linux-avx2", Backend.NO_HELPER, 1);
        Set<String> keys = Stream.of(
                        IDENTITY.key(REQUEST, "data"),
                        IDENTITY.key(REQUEST, "other data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_2, Optimiser.Adam.defaults(), 15, 1), "data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_1, new Optimiser.Sgd(0.001), 15, 1), "data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 16, 1), "data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 15, 2), "data"),
                        new RunIdentity(new CodeVersion("other"), BACKEND).key(REQUEST, "data"),
                        new RunIdentity(new CodeVersion("code"), otherBuild).key(REQUEST, "data"))
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(8);
    }

    @Test
    void codeVersionIsStableWithinAProcess() {
        assertThat(CodeVersion.ofProcess()).isEqualTo(CodeVersion.ofProcess());
        assertThat(CodeVersion.ofProcess().sha256()).hasSize(64);
    }

    private static RunRequest request(Architecture architecture, Optimiser optimiser, int epochs, long seed) {
        return new RunRequest(new TrainingPlan(architecture, Initialisation.PYTORCH, optimiser, 50, epochs, 10), seed);
    }
}
