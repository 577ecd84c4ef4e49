package org.dlcourse.dataset.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Files.createDirectory(folder.resolve("cifar-10-batches-bin"));

        assertThatCode(() -> check("quick", "false")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cifar-10-batches-py",
                "cifar-10-binary.tar.gz",
                "cifar-10-python.tar.gz",
                "MNIST",
                "DogSet",
                "ee449"
            })
    void eachSetAloneWillDoInAnyOfItsForms(String name) throws IOException {
        if (name.endsWith(".gz")) {
            Files.createFile(folder.resolve(name));
        } else {
            Files.createDirectory(folder.resolve(name));
        }

        assertThatCode(() -> check("quick", "false")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "mnist, MNIST",
        "EE449, ee449",
        "ee-449, ee449",
        "dogset, DogSet",
        "Dog_Set, DogSet",
        "CIFAR_10_batches_bin, cifar-10-batches-bin",
        "cifar-10-batches_py, cifar-10-batches-py",
        "CIFAR-10-Python.tar.gz, cifar-10-python.tar.gz"
    })
    void nearlyTheNameOfASetIsAnErrorThatNamesBoth(String found, String name) throws IOException {
        Files.createDirectory(folder.resolve(found));
        assumeThat(folder.resolve(name))
                .as("a file system that tells letter case apart opens nothing under the right name")
                .doesNotExist();

        assertThatThrownBy(() -> check("quick", "false"))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(folder.toString(), "\"" + found + "\"", "\"" + name + "\"");
    }

    @Test
    void otherSetsBesideAreNoError() throws IOException {
        for (String name : List.of("MNIST", "mnist", "FashionMNIST", "EMNIST", "cifar-100-python")) {
            Files.createDirectories(folder.resolve(name));
        }

        assertThatCode(() -> check("quick", "false")).doesNotThrowAnyException();
    }

    @Test
    void folderOfASetItselfIsCalledSo() throws IOException {
        folder = Files.createDirectory(folder.resolve("cifar-10-batches-py"));

        assertThatThrownBy(() -> check("quick", "false"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("It is the folder of a data set itself: name the one around it");
    }

    @Test
    void cifar100AloneIsCalledSo() throws IOException {
        Files.createDirectory(folder.resolve("cifar-100-python"));

        assertThatThrownBy(() -> check("quick", "false"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "What is called cifar-100-python there is CIFAR-100's, which is another data set");
    }

    @Test
    void fileInPlaceOfAFolderIsAnError() throws IOException {
        Files.createFile(folder.resolve("DogSet"));

        assertThatThrownBy(() -> check("quick", "false"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("DogSet") + " is no folder");
    }

    @Test
    void summarySaysOfEachSetWhetherItIsReal() throws IOException {
        Files.createFile(folder.resolve("cifar-10-python.tar.gz"));
        Files.createDirectory(folder.resolve("ee449"));

        assertThat(DataFolder.summary(settings("quick", "false")))
                .containsExactly(
                        "CIFAR-10: real, " + folder.resolve("cifar-10-python.tar.gz"),
                        "MNIST: synthetic, since there is no MNIST in " + folder,
                        "DogSet: synthetic, since there is no DogSet in " + folder,
                        "arrays of the convolution exercise: real, " + folder.resolve("ee449"));
        assertThat(DataFolder.summary(settings("full", "false")))
                .contains(
                        "MNIST: no MNIST in " + folder + "; downloaded when first needed",
                        "DogSet: no DogSet in " + folder + "; what needs it fails");
        assertThat(DataFolder.summary(settings("full", "true")))
                .contains("MNIST: no MNIST in " + folder + "; what needs it fails");
    }

    private void assertThatNoDataSetIsFound(String scale, String offline) {
        assertThatThrownBy(() -> check(scale, offline))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder + ", named by course.data, holds no data set");
    }

    private void check(String scale, String offline) {
        DataFolder.check(settings(scale, offline));
    }

    private CourseSettings settings(String scale, String offline) {
        return CourseSettings.of(
                Map.of("course.scale", scale, "course.data", folder.toString(), "course.offline", offline), Map.of());
    }
}
