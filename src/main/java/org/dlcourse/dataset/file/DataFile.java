package org.dlcourse.dataset.file;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dlcourse.dataset.DataException;

/**
 * The bytes of one file of a data set, wherever it lay.
 *
 * @param name for messages: whose file it is, and where it is
 * @param bytes all of it
 */
public record DataFile(String name, byte[] bytes) {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    /** A file that was packed once more than usual; a third time is nobody's mistake. */
    private static final int MOST_LAYERS = 2;

    /**
     * Reads a file.
     *
     * @param set name of the data set
     * @param most bytes that the file may have
     * @throws DataException if it has more, or cannot be read
     */
    public static DataFile read(String set, Path file, int most) {
        String name = set + "'s file " + file.toAbsolutePath();
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in, most);
        } catch (IOException e) {
            throw new DataException(name + " cannot be read: " + e, e);
        }
    }

    /** The same of what is left of a stream, which stays open. */
    public static DataFile read(String name, InputStream in, int most) throws IOException {
        DataFile file = new DataFile(name, in.readNBytes(most));
        if (in.read() >= 0) {
            throw file.refused(
                    "has more than %,d bytes, which no file of this data set has. It is another one: get it again.",
                    most);
        }
        return file;
    }

    /**
     * The file without what gzip put around it, once or twice; itself where there is nothing of the kind.
     *
     * @param most largest size of the content in bytes
     * @throws DataException if gzip's data are cut or damaged, or larger than that when they are unpacked
     */
    public DataFile unpacked(int most) {
        DataFile file = this;
        for (int layer = 0; layer < MOST_LAYERS && file.isGzip(); layer++) {
            file = file.withoutLayer(most);
        }
        return file;
    }

    private boolean isGzip() {
        return bytes.length >= 2 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
    }

    private DataFile withoutLayer(int most) {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return read(name, unpacked, most);
        } catch (EOFException e) {
            throw refused("ends too early for gzip, after %,d bytes. It is cut: get it again.", bytes.length);
        } catch (ZipException e) {
            throw refused("is no sound gzip file (%s). It is damaged: get it again.", e.getMessage());
        } catch (IOException e) {
            throw new DataException(name + " cannot be read: " + e, e);
        }
    }

    /**
     * The error that this file cannot be used.
     *
     * @param found what is wrong with it and what to do, as a format of {@code values}; where the file is recognised as something else, that is
     *     said in its place
     */
    public DataException refused(String found, Object... values) {
        return new DataException(name + " "
                + FileKind.of(bytes)
                        .map(kind -> kind.description() + ".")
                        .orElseGet(() -> String.format(Locale.ROOT, found, values)));
    }
}
