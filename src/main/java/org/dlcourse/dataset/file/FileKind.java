package org.dlcourse.dataset.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What often lies under the name of a data file instead of it, recognised by its bytes.
 *
 * <p>Readers ask when a file is not what it should be, so that the error names what it is.
 */
public enum FileKind {
    /** No bytes at all. */
    EMPTY("is empty: copy it again from where it came"),
    /** What Git keeps in place of a large file until that is fetched. */
    LFS_POINTER(
            "is a Git LFS pointer, which stands for the file and does not hold it: run \"git lfs pull\" in the clone"
                    + " that it comes from"),
    /** A page that a server sent instead of the file. */
    HTML_PAGE("is an HTML page, perhaps one for a login or an error, that was saved under this name: download the file"
            + " itself"),
    /** A message that a server sent instead of the file. */
    XML_DOCUMENT(
            "is an XML document, perhaps a server's error message, that was saved under this name: download the file"
                    + " itself"),
    ZIP_ARCHIVE("is a ZIP archive: unpack it, and put what it holds in its place"),
    /** A binary file that was taken for a text by what copied it, such as an FTP client. */
    TEXT_MODE("was changed by a transfer in text mode, which put a CR before every LF: copy it again, in binary mode");

    /** Number of a file's first bytes that is enough for every kind but {@link #TEXT_MODE}, which takes some thousand more. */
    public static final int HEAD = 1_024;

    /** In data where every value is as likely, one LF is preceded by a CR with probability 1/256; eight all by chance, 5e-20. */
    private static final int LINES = 8;

    private static final int START = 1 << 20;
    private static final byte[] ZIP_SIGNATURE = {'P', 'K', 3, 4};

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** What the file is and what to do, to be put behind its name. */
    public String description() {
        return description;
    }

    /**
     * The kind of a file that should be a binary one, and is not the right one.
     *
     * @param bytes of the file, from its beginning: all, or at least {@value #HEAD}
     * @return empty if none of these
     */
    public static Optional<FileKind> of(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(EMPTY);
        }
        String text = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return Optional.of(LFS_POINTER);
        }
        if (text.startsWith("<") && (text.contains("<!doctype html") || text.contains("<html"))) {
            return Optional.of(HTML_PAGE);
        }
        if (text.startsWith("<?xml")) {
            return Optional.of(XML_DOCUMENT);
        }
        if (Arrays.equals(
                bytes, 0, Math.min(ZIP_SIGNATURE.length, bytes.length), ZIP_SIGNATURE, 0, ZIP_SIGNATURE.length)) {
            return Optional.of(ZIP_ARCHIVE);
        }
        return hasCarriageReturns(bytes) ? Optional.of(TEXT_MODE) : Optional.empty();
    }

    /** The same of a file by its first megabyte, which is enough. */
    public static Optional<FileKind> ofStart(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(START));
        }
    }

    private static boolean hasCarriageReturns(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i == 0 || bytes[i - 1] != '\r') {
                    return false;
                }
                lines++;
            }
        }
        return lines >= LINES;
    }
}
