package org.dlcourse.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.png",
                "./x.png",
                "images/x.png",
                "./images/x.png",
                "Images\\x.png",
                "Dogs/x.png",
                "Dogs/images/x.png",
                "data/Dogs//images/x.png",
                "images/X.PNG"
            })
    void fileIsFoundWithItsFolderInFrontOrWithout(String name) throws IOException {
        Path file = create("Dogs/images/x.png");

        assertThat(ImageFiles.isBelow(name)).isTrue();
        assertThat(images().find(name)).contains(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.png",
                "images/../../x.png",
                "a\\..\\x.png",
                "/data/Dogs/images/x.png",
                "\\x.png",
                "C:\\x.png",
                "~/x.png",
                "http://host/x.png",
                "",
                "./"
            })
    void nameThatMayLeadOutOfTheFolderIsNotBelowIt(String name) {
        assertThat(ImageFiles.isBelow(name)).isFalse();
    }

    @Test
    void filesInFoldersBelowAreFoundByTheirWholeName() throws IOException {
        Path file = create("Dogs/images/collie/x.png");

        assertThat(images().find("images/collie/x.png")).contains(file);
        assertThat(images().find("Collie/x.png")).contains(file);
        assertThat(images().find("x.png")).isEmpty();
        assertThat(images().find("pug/x.png")).isEmpty();
        assertThat(images().find("collie/x.png/y.png")).isEmpty();
    }

    @Test
    void folderThatLiesOnceMoreInItselfIsLookedInto() throws IOException {
        create("Dogs/images/.DS_Store");
        Path file = create("Dogs/images/images/x.png");

        assertThat(images().find("x.png")).contains(file);
        assertThat(images().find("images/images/x.png")).contains(file);
    }

    private ImageFiles images() {
        return new ImageFiles(data.resolve("Dogs/images"));
    }

    private Path create(String name) throws IOException {
        Files.createDirectories(data.resolve(name).getParent());
        return Files.createFile(data.resolve(name));
    }
}
