package org.dlcourse.dataset.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.dataset.DataException;

/** Text as spreadsheets save it: UTF-8 with or without a byte order mark, else Windows-1252, of which Latin-1 is a part. */
final class TextFile {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextFile() {}

    /**
     * The text without a byte order mark.
     *
     * @param what the file is, such as {@code DogSet's table}
     * @throws DataException if the file is missing, may not be read, or is UTF-16 or no text
     */
    static String read(String what, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            // A text may have any line ends.
            FileKind.of(bytes).filter(kind -> kind != FileKind.TEXT_MODE).ifPresent(kind -> {
                throw new DataException(what + " " + file.toAbsolutePath() + " " + kind.description() + ".");
            });
            for (byte one : bytes) {
                if (one == 0) {
                    throw new DataException(
                            what + " " + file.toAbsolutePath() + " is text in UTF-16, or no text: it has"
                                    + " bytes of 0; expected UTF-8. Save it as CSV in UTF-8.");
                }
            }
            String text = decoded(bytes);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw DataException.unreadable(what, file, e);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
