package org.dlcourse.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    @TempDir
    private Path folder;

    private Recordings recordings;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        recordings = new Recordings(folder.resolve("runs"));
    }

    @Test
    void recordingIsReadAsItWasWritten() {
        RecordedRequirement recorded = SampleRecording.of(.5, .6);

        recordings.write(recorded);

        assertThat(recordings.find("DOGS-2")).get().usingRecursiveComparison().isEqualTo(recorded);
        assertThat(recordings.all()).extracting(RecordedRequirement::id).containsExactly("DOGS-2");
    }

    @Test
    void secondRecordingReplacesTheFirstWhole() throws IOException {
        recordings.write(SampleRecording.of(.5, .6, .7));
        recordings.write(SampleRecording.of(.8));

        assertThat(recordings.find("DOGS-2").orElseThrow().runs()).hasSize(1);
        try (Stream<Path> files = Files.list(folder.resolve("runs/DOGS-2"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void folderThatIsNotThereHoldsNone() {
        assertThat(recordings.all()).isEmpty();
        assertThat(recordings.find("DOGS-2")).isEmpty();
    }

    @Test
    void damagedRecordingIsOneErrorThatNamesItsFileAndWhatToDo() throws IOException {
        recordings.write(SampleRecording.of(.5));
        Path file = folder.resolve("runs/DOGS-2/recording.json.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(recordings::all)
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("The recording of DOGS-2, " + file)
                .hasMessageContaining("cut or damaged")
                .hasMessageContaining("Record the requirement again");
    }

    @Test
    void recordingInTheFolderOfAnotherRequirementIsAnError() throws IOException {
        recordings.write(SampleRecording.of(.5));
        Files.move(folder.resolve("runs/DOGS-2"), folder.resolve("runs/DOGS-9"));

        assertThatThrownBy(() -> recordings.find("DOGS-9")).hasMessageContaining("it is of DOGS-2");
    }

    @Test
    void folderThatCannotBeWrittenIsOneError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(new Recordings(file)::requireWritable)
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("-Dcourse.record=FOLDER");
    }

    @Test
    void recordingsOfThisProjectCanBeReadAndHaveAtMost30Megabytes() throws IOException {
        Path own = Path.of("fixtures/reference-runs");
        long bytes = 0;
        for (RecordedRequirement recorded : new Recordings(own).all()) {
            bytes += Files.size(own.resolve(recorded.id()).resolve(Recordings.FILE));
        }

        assertThat(bytes).isLessThanOrEqualTo(30_000_000);
    }

    @Test
    void originSaysScaleDataRunsDateCodeAndMachineInOneLine() {
        assertThat(SampleRecording.of(.5, .6).inWords())
                .isEqualTo(
                        "full scale, MNIST (real), 2 runs with 2 seeds, 2026-11-28, code 30e851a1c1c2, AMD EPYC, 2 cores");
    }

    @Test
    void dataAreNamedUpToTheirOriginEachOnce() {
        RecordedOrigin origin = SampleRecording.of(.5).origin();
        RecordedOrigin other = new RecordedOrigin(
                origin.scale(),
                origin.date(),
                origin.commit(),
                origin.codeSha256(),
                List.of("CIFAR-10 (real), colour: 10 images", "CIFAR-10 (real), gray: 10 images", "patterns: 5 images"),
                "real",
                origin.backend(),
                origin.machine(),
                origin.settings(),
                origin.command());

        assertThat(other.dataTitles()).containsExactly("CIFAR-10 (real)", "patterns");
    }
}
