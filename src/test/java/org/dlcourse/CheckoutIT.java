package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of this project's files in other checkouts of them; they are put into a repository of this test's own. */
@Timeout(180)
class CheckoutIT {
    @TempDir
    private Path folder;

    private Path checkout;

    @BeforeEach
    void cloneAsGitForWindowsDoes() throws Exception {
        Path repository = folder.resolve("repository.git");
        checkout = folder.resolve("checkout");
        Path here = Path.of("").toAbsolutePath();
        run(here, "git", "init", "--quiet", "--bare", repository.toString());
        List<String> git = List.of("git", "--git-dir=" + repository, "--work-tree=" + here);
        run(here, git, "add", "--all");
        run(here, git, "-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", "test");
        run(folder, "git", "clone", "--quiet", "-c", "core.autocrlf=true", repository.toString(), checkout.toString());
    }

    @Test
    void textHasLfAndArraysAreNoText() throws Exception {
        List<String> files = run(checkout, "git", "ls-files", "--eol").lines().toList();

        assertThat(files)
                .filteredOn(line -> line.contains("w/crlf") || line.contains("w/mixed"))
                .isEmpty();
        assertThat(files)
                .filteredOn(line -> line.endsWith(".npy"))
                .isNotEmpty()
                .allMatch(line -> line.contains("-text"));
        assertThat(files)
                .filteredOn(line -> line.endsWith(".ci/run"))
                .as("control")
                .hasSize(1)
                .allMatch(line -> line.contains("w/lf"));
    }

    /** Half of the files get CRLF, as they have it in an archive that was made of such a checkout. */
    @Test
    void formatIsNoMatterOfLineEndings() throws Exception {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(checkout.resolve("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < sources.size(); i += 2) {
            Path source = sources.get(i);
            Files.writeString(source, Files.readString(source).replace("\n", "\r\n"));
        }

        MavenProcess build = MavenProcess.run(checkout, MavenProcess.repository(), "validate");

        assertThat(build.status()).as(build.output()).isZero();
    }

    private static String run(Path folder, List<String> command, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return run(folder, all.toArray(String[]::new));
    }

    private static String run(Path folder, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Without the settings of whoever runs this, such as signatures and hooks.
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        Process process = started(builder);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + " said: " + said)
                .isZero();
        return said;
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            return abort("git is needed: " + e.getMessage());
        }
    }
}
