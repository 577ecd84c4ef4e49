package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.folder.DataFolder;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DogSetSourceTest {
    @TempDir
    private Path folder;

    @Test
    void quickScaleWithoutFilesDrawsSyntheticImages() {
        PartitionedImages dogs = new DogSetSource(settings("quick")).load(30, 20, 10);

        assertThat(dogs.title()).isEqualTo("DogSet (synthetic)");
        assertThat(dogs.training().count()).isEqualTo(30);
        assertThat(dogs.validation().count()).isEqualTo(20);
        assertThat(dogs.test().count()).isEqualTo(10);
    }

    @Test
    void fullScaleWithoutFilesSaysThatThePublicCannotHaveThemAndHowToLayThemOut() {
        assertThatThrownBy(() -> new DogSetSource(settings("full")).load(30, 20, 10))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("DogSet").toString())
                .hasMessageContaining("The public cannot download it")
                .hasMessageContaining("filename, semantic_label, numeric_label, partition")
                .hasMessageContaining("-Dcourse.data=FOLDER");
    }

    @Test
    void folderWithoutItsTableIsAnErrorAndNotReplaced() throws IOException {
        Files.createDirectory(folder.resolve("DogSet"));

        assertThatThrownBy(() -> new DogSetSource(settings("quick")).load(30, 20, 10))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("dogs.csv is missing");
    }

    @Test
    void quickScaleTakesEquallyManyOfEachBreedOrAllOfASmallOne() throws IOException {
        writeTenPoodlesAndTwoPugs();

        PartitionedImages dogs = new DogSetSource(settings("quick")).load(16, 14, 2);

        assertThat(dogs.title()).isEqualTo("DogSet (real)");
        assertThat(dogs.training().labels())
                .as("16 of 2 breeds, the pugs all")
                .containsExactlyInAnyOrder(0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(dogs.validation().labels()).containsExactlyInAnyOrder(0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(dogs.test().labels()).as("six at least").containsExactlyInAnyOrder(0, 0, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void fullScaleTakesAll() throws IOException {
        writeTenPoodlesAndTwoPugs();

        PartitionedImages dogs = new DogSetSource(settings("full")).load(16, 14, 2);

        assertThat(dogs.training().labels()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(dogs.validation().count()).isEqualTo(12);
        assertThat(dogs.test().count()).isEqualTo(12);
    }

    @Test
    void namedFolderWithDogSetAloneHoldsADataSet() throws IOException {
        assertThatThrownBy(() -> DataFolder.check(settings("quick"))).isInstanceOf(DataException.class);

        Files.createDirectory(folder.resolve("DogSet"));

        DataFolder.check(settings("quick"));
    }

    private void writeTenPoodlesAndTwoPugs() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String part : List.of("train", "valid", "test")) {
            for (int dog = 0; dog < 12; dog++) {
                rows.add(rows.size() + ".png," + (dog < 10 ? "poodle,0," : "pug,1,") + part);
            }
        }
        DogSetFolderTest.writeFolder(folder.resolve("DogSet"), rows);
    }

    private CourseSettings settings(String scale) {
        return CourseSettings.of(Map.of("course.scale", scale, "course.data", folder.toString()), Map.of());
    }
}
