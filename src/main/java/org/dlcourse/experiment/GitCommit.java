package org.dlcourse.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commit of a working tree. */
public final class GitCommit {
    private static final String UNKNOWN = "unknown (not a git working tree, or git is not installed)";

    private GitCommit() {}

    /** The commit's hash, followed by a mark if tracked files differ from it. */
    public static String of(Path folder) {
        return git(folder, "rev-parse", "HEAD")
                .map(commit -> git(folder, "status", "--porcelain", "--untracked-files=no")
                        .filter(String::isEmpty)
                        .map(clean -> commit)
                        .orElse(commit + " with uncommitted changes"))
                .orElse(UNKNOWN);
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
