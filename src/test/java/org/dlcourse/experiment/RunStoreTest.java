package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;
import org.dlcourse.training.WeightArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final String KEY = "0123abcd";

    @TempDir
    private Path folder;

    @Test
    void runComesBackToTheBit() {
        RunStore store = new RunStore(folder);

        store.save(run());

        assertThat(store.find(KEY).orElseThrow()).usingRecursiveComparison().isEqualTo(run());
        assertThat(store.find("another")).isEmpty();
    }

    @Test
    void everyTruncationCountsAsNoRun() throws IOException {
        RunStore store = new RunStore(folder);
        store.save(run());
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += whole.length / 8) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(store.find(KEY)).as("cut to %d bytes", length).isEmpty();
        }
    }

    @Test
    void editedRunCountsAsNoRun() throws IOException {
        RunStore store = new RunStore(folder);
        store.save(run());
        String edited = Files.readString(file()).replace("\"testAccuracy\":0.1", "\"testAccuracy\":0.9");
        assertThat(edited).as("the edit").contains("0.9");
        Files.writeString(file(), edited);

        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void nothingHalfWrittenStays() throws IOException {
        new RunStore(folder).save(run());

        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void folderThatCannotBeWrittenIsToldWithWhatToDo() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> new RunStore(notAFolder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(notAFolder.toString())
                .hasMessageContaining("-Dcourse.results=FOLDER");
    }

    private Path file() {
        return folder.resolve("runs").resolve(KEY + ".json");
    }

    private static Run run() {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.CNN_3, Initialisation.PYTORCH, Optimiser.Adam.defaults(), 50, 15, 10);
        TrainingResult result = new TrainingResult(
                new LearningCurves(
                        new int[] {10}, new double[] {Math.nextUp(2.3)}, new double[] {1.0 / 3}, new double[] {0.1}),
                0.2,
                0.3,
                0.1,
                new WeightArray(new int[] {1, 2}, new float[] {Float.MIN_VALUE, Math.nextDown(0.1f)}));
        Provenance provenance = new Provenance(
                "data", "d", "c", "commit", "backend", new Machine("cpu", 2, "os", "java"), 2, "now", 1.5);
        return new Run(KEY, new RunRequest(plan, 449), result, provenance);
    }
}
