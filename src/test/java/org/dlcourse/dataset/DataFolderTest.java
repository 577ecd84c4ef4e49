package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void emptyFolderIsAnErrorUnlessItIsToBeDownloadedInto() {
        assertThatNoDataSetIsFound("quick", "false");
        assertThatNoDataSetIsFound("full", "true");

        assertThatCode(() -> check("full", "false")).doesNotThrowAnyException();
    }

    @Test
    void whatADownloadThatBrokeOffLeftDoesNotCount() throws IOException {
        Files.createDirectory(folder.resolve(".cifar-10-batches-bin.download"));

        assertThatCode(() -> check("full", "false")).doesNotThrowAnyException();
    }

    @Test
    void folderOfOtherThingsIsNotDownloadedInto() throws IOException {
        Files.createDirectory(folder.resolve("data"));

        assertThatNoDataSetIsFound("full", "false");
    }

    @Test
    void folderWithADataSetWillDo() throws IOException {
        Files.createDirectory(folder.resolve(Cifar10Binary.FOLDER));

        assertThatCode(() -> check("quick", "false")).doesNotThrowAnyException();
    }

    private void assertThatNoDataSetIsFound(String scale, String offline) {
        assertThatThrownBy(() -> check(scale, offline))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder + ", named by course.data, holds no data set");
    }

    private void check(String scale, String offline) {
        DataFolder.check(CourseSettings.of(
                Map.of("course.scale", scale, "course.data", folder.toString(), "course.offline", offline), Map.of()));
    }
}
