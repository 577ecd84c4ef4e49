package org.dlcourse.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker's files: copies of its program and of the submission, which it can read, and a folder that it can write.
 *
 * @param folder holds the others
 * @param program copy of the worker's program
 * @param submission copy of what was handed in, without symbolic links and what is neither file nor folder
 * @param temporary belongs to the worker's user
 * @param remarks what was left out of the submission, a sentence each
 */
record WorkFolder(Path folder, Path program, Path submission, Path temporary, List<String> remarks) {
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 2L << 30;

    /**
     * Makes the folders.
     *
     * @throws SandboxException if something cannot be copied
     */
    static WorkFolder create(WorkerUser user, Path program, Path submission) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("dl-course-worker");
            List<String> remarks = new ArrayList<>();
            WorkFolder made = new WorkFolder(
                    folder,
                    copied(program, folder.resolve("program"), new ArrayList<>()),
                    copied(submission, folder.resolve("submission"), remarks),
                    Files.createDirectory(folder.resolve("temporary")),
                    List.copyOf(remarks));
            if (user.isOwn()) {
                Files.setAttribute(made.temporary, "unix:uid", (int) user.number());
                Files.setAttribute(made.temporary, "unix:gid", (int) user.number());
                // Other workers' users see the folder's name in the list of processes, and nothing else.
                Files.setAttribute(folder, "unix:gid", (int) user.number());
                setPermissions(folder, "rwx--x---");
            }
            setPermissions(made.temporary, "rwx------");
            return made;
        } catch (IOException e) {
            if (folder != null) {
                remove(folder);
            }
            throw new SandboxException(
                    "The files of a worker cannot be copied: " + e + ". Expected folders that can be read, and room in "
                            + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }

    /**
     * Removes all of it, whatever the worker has put there; none of its processes may be left.
     *
     * @throws SandboxException if something stays
     */
    void remove() {
        remove(folder);
    }

    private static void remove(Path folder) {
        // The system's own command, as paths can be longer than Java may give them.
        List<String> removal = List.of("rm", "-rf", "--one-file-system", "--", folder.toString());
        if (SystemTool.run(removal).status() != 0) {
            SystemTool.run(List.of("chmod", "-R", "u+rwX", "--", folder.toString()));
            SystemTool.Outcome second = SystemTool.run(removal);
            if (second.status() != 0) {
                throw new SandboxException("The folder of a worker, " + folder + ", cannot be removed: "
                        + Excerpt.printable(second.output()) + ". Remove it by hand.");
            }
        }
    }

    private static Path copied(Path from, Path to, List<String> remarks) throws IOException {
        Files.walkFileTree(from.toRealPath(), new Copy(from.toRealPath(), to, remarks));
        return to;
    }

    private static void setPermissions(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** Copies files and folders, and follows no link. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final List<String> remarks;
        private int files;
        private long bytes;

        Copy(Path from, Path to, List<String> remarks) {
            this.from = from;
            this.to = to;
            this.remarks = remarks;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            count(0);
            Path copy = Files.createDirectories(target(folder));
            setPermissions(copy, "rwxr-xr-x");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile()) {
                remarks.add("\"" + Excerpt.printable(from.relativize(file).toString()) + "\" was left out: it is "
                        + (attributes.isSymbolicLink() ? "a symbolic link" : "neither a file nor a folder")
                        + "; expected a file.");
                return FileVisitResult.CONTINUE;
            }
            count(attributes.size());
            Path copy = Files.copy(file, target(file), LinkOption.NOFOLLOW_LINKS);
            setPermissions(copy, "rw-r--r--");
            return FileVisitResult.CONTINUE;
        }

        private void count(long size) throws IOException {
            files++;
            bytes += size;
            if (files > MOST_FILES || bytes > MOST_BYTES) {
                throw new IOException(
                        "more than " + MOST_FILES + " files or " + Limits.megabytes(MOST_BYTES) + " in " + from);
            }
        }

        private Path target(Path source) {
            return to.resolve(from.relativize(source).toString());
        }
    }
}
