package org.dlcourse.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The commit of a working tree. */
public final class GitCommit {
    private static final String BUILD = "pom.xml";
    private static final String REASON = "fatal: ";

    private GitCommit() {}

    /**
     * The commit that holds a folder's files.
     *
     * @return the commit's hash, followed by a mark if tracked files of the folder differ from it; or {@code unknown} with the
     *     reason, be it git's own
     */
    public static String of(Path folder) {
        return of(folder, List.of("git"));
    }

    /** The same with another command for git. */
    static String of(Path folder, List<String> git) {
        String commit;
        try {
            commit = run(folder, git, "rev-parse", "--verify", "HEAD");
            // A repository around the folder need not hold it: an archive is unpacked anywhere.
            String file = Files.exists(folder.resolve(BUILD)) ? BUILD : ".";
            if (run(folder, git, "ls-files", "--", file).isEmpty()) {
                return "unknown (the git repository around this folder does not hold "
                        + (file.equals(BUILD) ? "its " + BUILD : "it") + ")";
            }
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        }
        try {
            String changes = run(folder, git, "status", "--porcelain", "--untracked-files=no", "--", ".");
            return changes.isEmpty() ? commit : commit + " with uncommitted changes";
        } catch (IOException e) {
            return commit + ", uncommitted changes unknown (" + e.getMessage() + ")";
        }
    }

    private static String run(Path folder, List<String> git, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(git);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        // Reports and results are in English.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        // Both at once, since a full pipe would keep git from ending.
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String output = text(process.getInputStream());
        try {
            if (process.waitFor() != 0) {
                throw new IOException("git: " + reason(errors.join(), process.exitValue()));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while git ran");
        }
    }

    /** What git ended for, without its warnings before and its advice after. */
    private static String reason(String errors, int status) {
        return errors.lines()
                .filter(line -> line.startsWith(REASON))
                .map(line -> line.substring(REASON.length()))
                .findFirst()
                .orElse("exit status " + status + " " + errors);
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
