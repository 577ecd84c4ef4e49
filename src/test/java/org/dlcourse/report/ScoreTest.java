package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    @TempDir
    private Path folder;

    @Test
    void scoresAreReadFromTheResults() throws IOException {
        Files.write(folder.resolve("one.json"), new Score("test accuracy", .8125).json());
        Files.writeString(
                folder.resolve("a-result.json"),
                "{\"attachments\": [{\"name\": \"Score (JSON)\", \"source\": \"one.json\"}, {\"name\": \"other\"}]}");
        Files.writeString(folder.resolve("b-result.json"), "{\"name\": \"without attachments\"}");

        assertThat(Score.ofFolder(folder)).containsExactly(new Score("test accuracy", .8125));
    }

    @Test
    void numberThatIsNotFiniteIsNoScore() {
        assertThatThrownBy(() -> new Score("test accuracy", Double.NaN))
                .hasMessage("The score \"test accuracy\" is NaN. Expected a finite number.");
    }
}
