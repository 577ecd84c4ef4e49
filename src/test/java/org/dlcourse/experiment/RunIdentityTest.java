package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Backend vectors = new Backend("CpuBackend", "1", "linux", Backend.NO_HELPER, 1, List.of(), 16);
        Set<String> keys = Stream.of(
                        IDENTITY.key(REQUEST, "data"),
                        IDENTITY.key(REQUEST, "other data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_2, Optimiser.Adam.defaults(), 15, 1), "data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_1, new Optimiser.Sgd(0.001), 15, 1), "data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 16, 1), "data"),
                        IDENTITY.key(request(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 15, 2), "data"),
                        new RunIdentity(new CodeVersion("other"), BACKEND).key(REQUEST, "data"),
                        new RunIdentity(new CodeVersion("code"), otherBuild).key(REQUEST, "data"),
                        new RunIdentity(new CodeVersion("code"), vectors).key(REQUEST, "data"))
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(9);
    }

    @Test
    void codeVersionFollowsTheCodeThatDeterminesARunAndNoOther(@TempDir Path code) throws IOException {
        for (String file : List.of(
                "model/A.class",
                "training/B.class",
                "vector/D.class",
                "dataset/Augmentation.class",
                "dataset/Crop.class",
                "util/SeededRandom.class",
                "util/Sha256.class",
                "report/C.class")) {
            Path path = code.resolve("org/dlcourse").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "old");
        }
        CodeVersion old = CodeVersion.of(code);

        Files.writeString(code.resolve("org/dlcourse/report/C.class"), "new");
        assertThat(CodeVersion.of(code)).as("after a change of the report").isEqualTo(old);

        Files.writeString(code.resolve("org/dlcourse/util/SeededRandom.class"), "new");
        CodeVersion otherNumbers = CodeVersion.of(code);
        assertThat(otherNumbers).as("after a change of random numbers").isNotEqualTo(old);

        Files.writeString(code.resolve("org/dlcourse/training/B.class"), "new");
        CodeVersion otherTraining = CodeVersion.of(code);
        assertThat(otherTraining).as("after a change of training").isNotEqualTo(otherNumbers);

        Files.writeString(code.resolve("org/dlcourse/vector/D.class"), "new");
        assertThat(CodeVersion.of(code)).as("after a change of vector").isNotEqualTo(otherTraining);
    }

    private static RunRequest request(Architecture architecture, Optimiser optimiser, int epochs, long seed) {
        return new RunRequest(
                new TrainingPlan(
                        architecture,
                        Initialisation.PYTORCH,
                        optimiser,
                        50,
                        epochs,
                        Recording.every(10, Curve.TRAINING_LOSS)),
                seed);
    }
}
