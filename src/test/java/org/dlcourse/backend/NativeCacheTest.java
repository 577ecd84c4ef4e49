package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.dlcourse.backend.NativeCache.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
    private static final Path USUAL = Path.of("usual");
    private static final Path OTHER = Path.of("other");

    @TempDir
    private Path folder;

    @Test
    void homeComesFirstThenTheBuildsFolderThenTheTemporaryOne() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));

        assertThat(NativeCache.candidates(properties(), target))
                .containsExactly(
                        folder.resolve("home/.javacpp/cache"),
                        target.resolve("javacpp-cache"),
                        folder.resolve("tmp/.javacpp-me/cache"));
    }

    @Test
    void buildsFolderIsNotMadeWhereThereIsNone() {
        assertThat(NativeCache.candidates(properties(), folder.resolve("target")))
                .containsExactly(folder.resolve("home/.javacpp/cache"), folder.resolve("tmp/.javacpp-me/cache"));
    }

    @Test
    void unknownHomeIsNoFolderOfTheCheckout() {
        Properties properties = properties();
        properties.setProperty("user.home", "?");

        assertThat(NativeCache.candidates(properties, folder.resolve("target")))
                .containsExactly(folder.resolve("tmp/.javacpp-me/cache"));
    }

    @Test
    void folderThatTheUserNamesIsTheOnlyOne() {
        for (String spelling : List.of("org.bytedeco.javacpp.cachedir", "org.bytedeco.javacpp.cacheDir")) {
            Properties properties = properties();
            properties.setProperty(spelling, "/of/the/user");

            assertThat(NativeCache.candidates(properties, folder)).containsExactly(Path.of("/of/the/user"));
        }
    }

    @Test
    void usualFolderIsTakenWhereItServes() {
        assertThat(NativeCache.firstThatServes(List.of(USUAL, OTHER), candidate -> Optional.empty()))
                .isEqualTo(new Choice(USUAL, ""));
    }

    @Test
    void anotherIsTakenWhereTheUsualOneDoesNot() {
        assertThat(NativeCache.firstThatServes(
                        List.of(USUAL, OTHER),
                        candidate -> candidate.equals(USUAL) ? Optional.of("it is full") : Optional.empty()))
                .isEqualTo(new Choice(OTHER, "usual (it is full)"));
    }

    @Test
    void everyFolderIsNamedWithWhatIsTheMatterWhereNoneServes() {
        assertThatThrownBy(() ->
                        NativeCache.firstThatServes(List.of(USUAL, OTHER), candidate -> Optional.of("it is full")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "ND4J's native code cannot be unpacked to usual (it is full) nor to other (it is full).")
                .hasMessageContaining("-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user.home", folder.resolve("home").toString());
        properties.setProperty("user.name", "me");
        properties.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
        return properties;
    }
}
