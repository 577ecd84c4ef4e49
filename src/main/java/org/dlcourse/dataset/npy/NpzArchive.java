package org.dlcourse.dataset.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dlcourse.dataset.DataException;

/**
 * NumPy's {@code .npz} archive of arrays, stored or deflated: a ZIP file with a {@code .npy} file for each.
 *
 * @param file the archive
 */
record NpzArchive(Path file) {
    private static final String ARRAY = ".npy";
    /** An archive of some kilobytes can unpack to any size, and an element of a byte takes eight in memory. */
    private static final int LARGEST_ARRAY = 1 << 28;

    /** Whether the file begins as a ZIP archive does: with an entry, or with the end of an empty one. */
    static boolean isArchive(byte[] start) {
        return start.length >= 4
                && start[0] == 'P'
                && start[1] == 'K'
                && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
    }

    /**
     * The only array.
     *
     * @throws DataException if there are none or several, or the archive is damaged or far too large
     */
    NpyArray onlyArray() throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> arrays = archive.stream()
                    .filter(entry -> entry.getName().endsWith(ARRAY))
                    .toList();
            if (arrays.size() != 1) {
                throw new NpySource("The .npz file " + file.toAbsolutePath())
                        .refused(
                                arrays.isEmpty()
                                        ? "it holds no array, but "
                                                + archive.stream()
                                                        .map(ZipEntry::getName)
                                                        .toList()
                                        : "it holds " + arrays.size() + " arrays "
                                                + arrays.stream()
                                                        .map(NpzArchive::name)
                                                        .toList(),
                                "one array",
                                "Save the array that is wanted in a file of its own with numpy.save.");
            }
            ZipEntry entry = arrays.get(0);
            NpySource source =
                    new NpySource("The array \"" + name(entry) + "\" in the .npz file " + file.toAbsolutePath());
            return NpyReader.read(content(archive, entry, source), source);
        }
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - ARRAY.length());
    }

    private static byte[] content(ZipFile archive, ZipEntry entry, NpySource source) throws IOException {
        if (entry.getSize() > LARGEST_ARRAY) {
            throw source.refused(
                    "it claims to have " + entry.getSize() + " bytes when unpacked",
                    "at most " + LARGEST_ARRAY,
                    "Save it in a file of its own with numpy.save.");
        }
        try (InputStream unpacked = archive.getInputStream(entry)) {
            byte[] bytes = unpacked.readNBytes((int) entry.getSize() + 1);
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            if (bytes.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
                throw source.damaged(
                        "it does not have the size and the checksum that the archive says",
                        entry.getSize() + " bytes with CRC-32 " + Long.toHexString(entry.getCrc()));
            }
            return bytes;
        }
    }
}
