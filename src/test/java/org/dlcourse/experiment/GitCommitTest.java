package org.dlcourse.experiment;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitCommitTest {
    private static final String HASH = "[0-9a-f]{40}";

    @TempDir
    private Path folder;

    @Test
    void workingTreeHasACommitAndAMarkWhereItDiffers() throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        commitAll(folder);

        assertThat(GitCommit.of(folder)).matches(HASH);

        Files.writeString(file, "<project></project>");

        assertThat(GitCommit.of(folder)).matches(HASH + " with uncommitted changes");
    }

    @Test
    void fileHasAnAddressAtTheCommitWhereTheRemoteIsKnownAndTheFileIsUnchanged() throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        commitAll(folder);
        assertThat(GitCommit.address(folder, Path.of("pom.xml")))
                .as("without a remote")
                .isEmpty();

        Files.writeString(
                folder.resolve(".git/config"), "[remote \"origin\"]\n\turl = git@example.org:a/b.git\n", APPEND);

        assertThat(GitCommit.address(folder, Path.of("pom.xml")))
                .contains("https://example.org/a/b/blob/" + GitCommit.of(folder) + "/pom.xml");
        assertThat(GitCommit.address(folder, Path.of("other.txt")))
                .as("of no commit")
                .isEmpty();

        Files.writeString(file, "<project></project>");

        assertThat(GitCommit.address(folder, Path.of("pom.xml"))).as("changed").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a/b.git, https://example.org/a/b",
        "https://user:secret@example.org/a/b, https://example.org/a/b",
        "ssh://git@example.org:2222/a/b.git/, https://example.org/a/b",
        "git@example.org:a/b.git, https://example.org/a/b",
        "/srv/git/b.git, ",
        "../b, "
    })
    void webAddressOfARemoteHasNeitherUserNorPassword(String remote, String expected) {
        assertThat(GitCommit.web(remote)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void changesOutsideTheFolderDoNotCount() throws Exception {
        Path other = Files.writeString(folder.resolve("other.txt"), "a");
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        commitAll(folder);

        Files.writeString(other, "b");

        assertThat(GitCommit.of(project)).matches(HASH);
        assertThat(GitCommit.of(folder)).as("control").matches(HASH + " with uncommitted changes");
    }

    @Test
    void commitOfARepositoryAroundTheFolderIsNotTheFoldersOwn() throws Exception {
        Files.writeString(folder.resolve("outer.txt"), "outer");
        commitAll(folder);
        Path archive = Files.createDirectory(folder.resolve("archive"));

        assertThat(GitCommit.of(archive)).isEqualTo("unknown (the git repository around this folder does not hold it)");

        Files.writeString(archive.resolve("pom.xml"), "<project/>");

        assertThat(GitCommit.of(archive))
                .isEqualTo("unknown (the git repository around this folder does not hold its pom.xml)");

        commitAll(folder);

        assertThat(GitCommit.of(archive)).as("control: held by it").matches(HASH);
    }

    @Test
    void folderOutsideGitSaysSo() throws Exception {
        git(folder, "--version");
        assumeThat(gitAbove(folder))
                .as("a working tree around the temporary folder")
                .isFalse();

        assertThat(GitCommit.of(folder)).startsWith("unknown (git: not a git repository");
    }

    @Test
    void repositoryWithoutACommitSaysSo() throws Exception {
        git(folder, "init", "--quiet");

        assertThat(GitCommit.of(folder)).isEqualTo("unknown (git: Needed a single revision)");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command env is needed")
    void checkoutOfAnotherOwnerIsUnknownForGitsOwnReason() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        commitAll(folder);
        // git's own tests stand in for another owner with this variable.
        List<String> git = List.of("env", "GIT_TEST_ASSUME_DIFFERENT_OWNER=1", "git");

        assertThat(GitCommit.of(folder, git)).startsWith("unknown (git: detected dubious ownership in repository at '");
    }

    @Test
    void machineWithoutGitSaysSo() {
        assertThat(GitCommit.of(folder, List.of("git-that-is-not-installed")))
                .startsWith("unknown (Cannot run program \"git-that-is-not-installed\"");
    }

    private static void commitAll(Path folder) throws Exception {
        git(folder, "init", "--quiet");
        git(folder, "add", "--all");
        git(folder, "-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", "test");
    }

    /** Runs git without the settings of whoever runs the tests, such as signatures and hooks. */
    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        Process git = started(builder);
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(command + " said: " + said).isZero();
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            return abort("git is not installed: " + e.getMessage());
        }
    }

    private static boolean gitAbove(Path start) {
        for (Path path = start.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }
}
