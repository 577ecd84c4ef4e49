package org.dlcourse.dataset.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes catalogue entries of bytes that tests serve. */
public final class PublishedFile {
    private PublishedFile() {}

    /** An entry with the size and digests of these bytes. */
    public static RemoteFile of(String name, byte[] content, URI... mirrors) {
        try {
            Path file = Files.createTempFile("published", null);
            try {
                Files.write(file, content);
                FileDigests digests = FileDigests.of(file);
                return new RemoteFile(
                        name, content.length, digests.sha256(), Optional.of(digests.md5()), Arrays.asList(mirrors));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set of one file that stays as it is, in the folder {@code set/raw}. */
    static PublicDataSet set(RemoteFile... files) {
        return new PublicDataSet("SET", "set/raw", PublicDataSet.Form.FILES, List.of(files));
    }
}
