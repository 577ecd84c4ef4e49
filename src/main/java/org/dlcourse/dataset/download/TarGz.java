package org.dlcourse.dataset.download;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.dlcourse.dataset.DataException;

/**
 * A {@code .tar.gz} archive that is not trusted: only files and folders come out of it, only into the given folder, and only
 * so much.
 *
 * @param file the archive
 * @param limits what may come out of it
 */
record TarGz(Path file, Limits limits) {
    /**
     * What an archive may hold; data sets of images, which hardly compress, stay far below.
     *
     * @param entries files and folders
     * @param bytes of all unpacked
     * @param ratio of bytes unpacked to bytes packed
     */
    record Limits(int entries, long bytes, int ratio) {
        static final Limits DEFAULT = new Limits(1_000, 1L << 30, 20);
    }

    /**
     * Unpacks everything into a folder that exists.
     *
     * @throws DataException if an entry is neither file nor folder, would lie elsewhere, is there twice, or a limit is passed
     */
    void unpack(Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new Bounded(new GzipCompressorInputStream(packed)))) {
            int entries = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries++;
                if (entries > limits.entries()) {
                    throw refused("has more than " + limits.entries() + " entries");
                }
                unpack(tar, entry, place(entry, folder));
            }
        }
    }

    private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        switch (entry.getLinkFlag()) {
            case TarConstants.LF_DIR -> Files.createDirectories(place);
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM -> {
                if (Files.exists(place)) {
                    throw refused("has the entry \"" + entry.getName() + "\" twice");
                }
                Files.createDirectories(place.getParent());
                Files.copy(tar, place);
            }
            default ->
                throw refused("has the entry \"" + entry.getName() + "\", which is neither a file nor a folder (type '"
                        + (char) entry.getLinkFlag() + "')");
        }
    }

    private Path place(TarArchiveEntry entry, Path folder) {
        String name = entry.getName();
        try {
            Path place = folder.resolve(name).normalize();
            boolean climbs = ("/" + name.replace('\\', '/') + "/").contains("/../");
            if (!climbs && !name.contains(":") && place.startsWith(folder.normalize())) {
                return place;
            }
        } catch (InvalidPathException e) {
            // Told below, together with names that lead elsewhere.
        }
        throw refused("has the entry \"" + name + "\", which would lie outside of its folder");
    }

    private DataException refused(String why) {
        return new DataException("The archive " + file + " " + why
                + "; nothing of it is used. Expected an archive of files" + " below one folder.");
    }

    /** Ends with an error when more was unpacked than may be. Counts what is really there, not what headers promise. */
    private final class Bounded extends FilterInputStream {
        private final long most;
        private long count;

        Bounded(InputStream in) throws IOException {
            super(in);
            most = Math.min(limits.bytes(), limits.ratio() * Files.size(file));
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long read) {
            count += read;
            if (count > most) {
                throw refused(String.format(
                        Locale.ROOT,
                        "unpacks to more than %,d bytes (at most %,d, and %d times its own size)",
                        most,
                        limits.bytes(),
                        limits.ratio()));
            }
        }
    }
}
