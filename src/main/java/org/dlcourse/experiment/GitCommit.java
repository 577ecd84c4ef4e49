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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commit of a working tree. */
public final class GitCommit {
    private static final String BUILD = "pom.xml";
    private static final String REASON = "fatal: ";
    /** An address such as https://host/path and ssh://git@host:22/path, or git@host:path. */
    private static final Pattern REMOTE = Pattern.compile(
            "(?:(?:https?|ssh)://(?:[^@/]*@)?(?<host1>[^/:]+)(?::\\d+)?/|[^@/:]+@(?<host2>[^/:]+):)(?<path>.+)");

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

    /**
     * The address of a file at the commit, on the web.
     *
     * @param folder of the working tree
     * @param file within the folder
     * @return empty without a remote repository named origin, where git does not have the file, or has another text of it
     */
    public static Optional<String> address(Path folder, Path file) {
        List<String> git = List.of("git");
        try {
            String path = run(folder, git, "ls-files", "--full-name", "--", file.toString());
            boolean changed = !run(folder, git, "status", "--porcelain", "--", file.toString())
                    .isEmpty();
            Optional<String> remote = web(run(folder, git, "remote", "get-url", "origin"));
            String commit = run(folder, git, "rev-parse", "--verify", "HEAD");
            return path.isEmpty() || changed
                    ? Optional.empty()
                    : remote.map(url -> url + "/blob/" + commit + "/" + path);
        } catch (IOException e) {
            // Without git, a repository or a remote one there is no address.
            return Optional.empty();
        }
    }

    /** The web address of a remote repository, without the user's name and password; empty for a folder. */
    static Optional<String> web(String remote) {
        Matcher parts = REMOTE.matcher(remote);
        return parts.matches()
                ? Optional.of("https://" + (parts.group("host1") == null ? parts.group("host2") : parts.group("host1"))
                        + "/" + parts.group("path").replaceFirst("(\\.git)?/?$", ""))
                : Optional.empty();
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
