package org.dlcourse.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.util.Sha256;

/** The digest of the files in a folder that nobody trusts: links are not followed, and of large files only the beginning counts. */
public final class FolderDigest {
    private static final int LARGEST = 64 << 20;

    private FolderDigest() {}

    /**
     * The SHA-256 of the names and contents of all files, in the order of their names.
     *
     * @throws UnreadableSubmissionException if one cannot be read
     */
    public static String sha256(Path folder) {
        Sha256 digest = new Sha256();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
                    .toList();
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    digest.add(folder.relativize(file).toString()).add(in.readNBytes(LARGEST));
                }
            }
        } catch (IOException e) {
            throw new UnreadableSubmissionException(folder, e);
        } catch (UncheckedIOException e) {
            // What the stream of files meets on its way.
            throw new UnreadableSubmissionException(folder, e.getCause());
        }
        return digest.hex();
    }
}
