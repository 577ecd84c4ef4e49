package org.dlcourse.dataset.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file as it was published, and where it can be had.
 *
 * @param name of the file, without a folder
 * @param size bytes
 * @param sha256 lower-case hexadecimal
 * @param md5 lower-case hexadecimal, where the publisher gives one
 * @param mirrors where it is, asked in this order; each has the same bytes
 */
public record RemoteFile(String name, long size, String sha256, Optional<String> md5, List<URI> mirrors) {
    public RemoteFile {
        if (!sha256.matches("[0-9a-f]{64}")
                || md5.filter(m -> !m.matches("[0-9a-f]{32}")).isPresent()) {
            throw new IllegalArgumentException(name + " has a digest of the wrong form: " + sha256 + ", " + md5);
        }
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException(name + " has no mirror");
        }
        mirrors = List.copyOf(mirrors);
    }

    /** What a file on disk has other than this one, or nothing if it is the same. */
    Optional<String> difference(Path file) throws IOException {
        long found = Files.size(file);
        if (found != size) {
            return Optional.of(String.format(Locale.ROOT, "%,d bytes; expected %,d", found, size));
        }
        FileDigests digests = FileDigests.of(file);
        if (!digests.sha256().equals(sha256)) {
            return Optional.of("SHA-256 " + digests.sha256() + "; expected " + sha256);
        }
        return md5.filter(expected -> !expected.equals(digests.md5()))
                .map(expected -> "MD5 " + digests.md5() + "; expected " + expected);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%,d bytes, SHA-256 %s)", name, size, sha256);
    }
}
