package org.dlcourse.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFilesTest {
    private static final List<String> NAMES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    @TempDir
    private Path folder;

    @Test
    void foundInTheFolderForThemPackedOrNot() throws IOException {
        assertFoundAs(name -> "raw/" + name);
    }

    @Test
    void packedFilesAreFound() throws IOException {
        assertFoundAs(name -> "raw/" + name + ".gz");
    }

    @Test
    void foundBesideTheFolderForThem() throws IOException {
        assertFoundAs(name -> name);
    }

    @Test
    void foundWithADotInTheirNames() throws IOException {
        assertFoundAs(name -> "raw/" + name.replace("-idx", ".idx"));
    }

    @Test
    void packedFilesWithADotInTheirNamesAreFound() throws IOException {
        assertFoundAs(name -> name.replace("-idx", ".idx") + ".gz");
    }

    @Test
    void foundInAFolderEach() throws IOException {
        assertFoundAs(name -> name + "/" + name);
    }

    @Test
    void foundInAFolderEachOfAnotherOfTheirNames() throws IOException {
        assertFoundAs(name -> "raw/" + name + "/" + name.replace("-idx", ".idx"));
    }

    @Test
    void foundInCapitals() throws IOException {
        assertFoundAs(name -> "RAW/" + name.toUpperCase(Locale.ROOT) + ".GZ");
    }

    @Test
    void foundInAFolderThatIsNestedOnceMore() throws IOException {
        assertFoundAs(name -> folder.getFileName() + "/raw/" + name);
    }

    @Test
    void foundInAFolderForThemThatIsNestedOnceMore() throws IOException {
        assertFoundAs(name -> "raw/raw/" + name);
    }

    @Test
    void unpackedFileIsTakenBeforeAPackedOneAndNothingBesideWhereSomeAreInTheirFolder() throws IOException {
        write("raw/" + NAMES.get(0));
        write("raw/" + NAMES.get(0) + ".gz");
        write(NAMES.get(1));

        MnistFiles files = new MnistFiles(folder);

        assertThat(files.file(NAMES.get(0))).isEqualTo(folder.resolve("raw").resolve(NAMES.get(0)));
        assertThatThrownBy(() -> files.file(NAMES.get(1)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        folder.resolve("raw").resolve(NAMES.get(1)) + " is missing",
                        "found [" + NAMES.get(0) + ", " + NAMES.get(0) + ".gz]");
    }

    @Test
    void foldersOfOtherSetsAndHiddenFilesAreNotLookedInto() throws IOException {
        write("FashionMNIST/raw/" + NAMES.get(0));
        write("raw/._" + NAMES.get(0));

        assertThatThrownBy(() -> new MnistFiles(folder).file(NAMES.get(0)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("found []");
    }

    private void assertFoundAs(UnaryOperator<String> place) throws IOException {
        assertThat(new MnistFiles(folder).areThere()).as("control: before").isFalse();
        for (String name : NAMES) {
            write(place.apply(name));
            write(Path.of(place.apply(name)).resolveSibling("._" + name).toString());
        }
        write(".DS_Store");

        MnistFiles files = new MnistFiles(folder);

        assertThat(files.areThere()).isTrue();
        for (String name : NAMES) {
            assertThat(files.file(name)).isEqualTo(folder.resolve(place.apply(name)));
        }
    }

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
    }
}
