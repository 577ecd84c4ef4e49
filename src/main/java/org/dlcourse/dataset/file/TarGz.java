package org.dlcourse.dataset.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * up to the limits.
 *
 * @param file the archive; one whose gzip layer is off already is read as well
 * @param limits what may come out of it
 */
public record TarGz(Path file, Limits limits) {
    /**
     * What an archive may hold; data sets of images, which hardly compress, stay far below.
     *
     * @param entries files and folders
     * @param bytes of all unpacked
     * @param ratio of bytes unpacked to bytes packed
     */
    public record Limits(int entries, long bytes, int ratio) {
        public static final Limits DEFAULT = new Limits(1_000, 1L << 30, 20);
    }

    /** What is done with each file of an archive. */
    public interface FileReader {
        /**
         * Reads one file, or a part of it, or nothing.
         *
         * @param name as the archive has it
         * @param content ends with the file
         */
        void read(String name, InputStream content) throws IOException;
    }

    /** What is done with each entry of an archive. */
    private interface EntryReader {
        void read(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    /**
     * Unpacks everything into a folder that exists.
     *
     * @throws DataException if an entry is neither file nor folder, would lie elsewhere, is there twice, or a limit is passed
     */
    public void unpack(Path folder) throws IOException {
        entries((entry, content) -> {
            Path place = place(entry, folder);
            if (isFolder(entry)) {
                Files.createDirectories(place);
                return;
            }
            if (Files.exists(place)) {
                throw refused("has the entry \"" + entry.getName() + "\" twice");
            }
            Files.createDirectories(place.getParent());
            Files.copy(content, place);
        });
    }

    /**
     * Reads the files where they are, in the archive's order, and unpacks nothing.
     *
     * @throws DataException if an entry is neither file nor folder, a limit is passed, or the file is no such archive
     * @throws IOException if the archive is cut or damaged
     */
    public void read(FileReader reader) throws IOException {
        entries((entry, content) -> {
            if (!isFolder(entry)) {
                reader.read(entry.getName(), content);
            }
        });
    }

    private void entries(EntryReader reader) throws IOException {
        try (InputStream unpacked = new Bounded(open());
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            int entries = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries++;
                if (entries > limits.entries()) {
                    throw refused("has more than " + limits.entries() + " entries");
                }
                check(entry);
                reader.read(entry, tar);
            }
            // To the end of the file, where gzip keeps the check sum of all.
            unpacked.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** What is packed with gzip, unpacked; a browser may have done so when it saved the file. */
    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(FileKind.HEAD);
            byte[] head = in.readNBytes(FileKind.HEAD);
            in.reset();
            if (GzipCompressorInputStream.matches(head, head.length)) {
                return new GzipCompressorInputStream(in);
            }
            if (TarArchiveInputStream.matches(head, head.length)) {
                return in;
            }
            throw refused(
                    FileKind.of(head).map(FileKind::description).orElse("is neither a .tar.gz nor a .tar archive"));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void check(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        boolean isFile = kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
        if (!isFile && !isFolder(entry)) {
            throw refused("has the entry \"" + entry.getName() + "\", which is neither a file nor a folder (type '"
                    + (char) kind + "')");
        }
    }

    private static boolean isFolder(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_DIR;
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
            // Reported below, together with names that lead elsewhere.
        }
        throw refused("has the entry \"" + name + "\", which would lie outside of its folder");
    }

    private DataException refused(String why) {
        return new DataException("The archive " + file.toAbsolutePath() + " " + why
                + "; nothing of it is used. Expected an archive of files below one folder.");
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
