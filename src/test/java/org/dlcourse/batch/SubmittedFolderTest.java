package org.dlcourse.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.report.JudgedRequirements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmittedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void nameIsSafeForFilesSheetsAndPages() throws IOException {
        Path strange = Files.createDirectory(folder.resolve("=cmd()\n<b>Zoë"));

        assertThat(SubmittedFolder.of(List.of(strange)).get(0).name()).isEqualTo("_cmd____b_Zoë");
    }

    @Test
    void twoSubmissionsOfOneNameAreRefused() throws IOException {
        Path one = Files.createDirectories(folder.resolve("a/ada"));
        Path other = Files.createDirectories(folder.resolve("b/ada"));

        assertThatThrownBy(() -> SubmittedFolder.of(List.of(one, other)))
                .isInstanceOf(BatchException.class)
                .hasMessage("Two submissions have the name ada: " + one + " and " + other
                        + ". Expected a name for each; rename one, or grade them with outputs of their own.");
    }

    @Test
    void nameOfAFileOfTheGradesIsRefused() throws IOException {
        Path page = Files.createDirectory(folder.resolve("index.html"));

        assertThatThrownBy(() -> SubmittedFolder.of(List.of(page)))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("has the name of a file of the grades, index.html. Expected another; rename it.");
    }

    @Test
    void whatIsNoFolderIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("work.zip"));

        assertThatThrownBy(() -> SubmittedFolder.of(List.of(file))).hasMessageContaining("work.zip is not a folder.");
        assertThatThrownBy(() -> SubmittedFolder.of(List.of(folder.resolve("nowhere"))))
                .hasMessageContaining("nowhere is not there.");
    }

    @Test
    void requirementsAreSelectedByIdOrHandout() {
        JudgedRequirements all = new JudgedRequirements(
                Map.of("FCNET-1a", "a", "FCNET-1b", "b", "CONV-3", "c"), Map.of("FCNET-2a", "d"));

        assertThat(new Selection(List.of()).of(all)).isEqualTo(all);
        assertThat(new Selection(List.of("fcnet")).of(all).ids())
                .containsExactlyInAnyOrder("FCNET-1a", "FCNET-1b", "FCNET-2a");
        assertThat(new Selection(List.of("CONV-3", "FCNET-2a")).of(all).ids()).containsExactly("CONV-3", "FCNET-2a");
        assertThatThrownBy(() -> new Selection(List.of("FCNET-1")).of(all))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("No requirement that can be judged is or begins with FCNET-1.");
    }
}
