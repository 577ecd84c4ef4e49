package org.dlcourse.dataset.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.FileKind;

/** Reads images from PNG and JPEG files as red, green and blue of 8 bits. The file's content says which it is, not its name. */
public final class ColourImageFile {
    private static final Map<String, String> FORMATS =
            Map.of("\u0089PNG\r\n\u001a\n", "PNG", "\u00ff\u00d8\u00ff", "JPEG");

    private static final Map<String, String> OTHER_FORMATS = Map.of(
            "GIF8", "a GIF image",
            "BM", "a BMP image",
            "II*\0", "a TIFF image",
            "MM\0*", "a TIFF image",
            "RIFF", "a WebP image",
            "\0\0\0", "an AVIF or HEIC image");

    /** A square of 4,096: data for networks are far smaller. */
    private static final int MOST_PIXELS = 1 << 24;

    /** Number of first bytes that identify every format. */
    private static final int START = 100;

    /** Number of first bytes of an unknown file that are shown. */
    private static final int MOST_SHOWN = 8;

    private ColourImageFile() {}

    /**
     * The bytes of an image as [3, height, width], converted as {@link ColourPlanes} says.
     *
     * @throws DataException if the file may not be read, is no whole PNG or JPEG file, or holds an image of another size or one
     *     that cannot be converted without loss
     */
    public static byte[] read(Path file, ImageSize size) {
        BufferedImage image = decoded(file, size);
        return new ColourPlanes(image, "The image " + file.toAbsolutePath()).bytes();
    }

    /**
     * The size of an image, of whose pixels none is decoded.
     *
     * @throws DataException if the file may not be read, is no PNG or JPEG file, or has more than {@value #MOST_PIXELS} pixels
     */
    static ImageSize size(Path file) {
        ImageSize size = read(
                file, (reader, format) -> new ImageSize(reader.getHeight(0), reader.getWidth(0), Optional.of(file)));
        if ((long) size.height() * size.width() > MOST_PIXELS) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "The image %s has %dx%d pixels; expected at most %,d in all. Scale it down.",
                    file.toAbsolutePath(),
                    size.width(),
                    size.height(),
                    MOST_PIXELS));
        }
        return size;
    }

    /** Whether the file begins as images do, those of other formats than PNG and JPEG too. */
    static boolean isImage(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = start(in.readNBytes(START));
            return kind(start, FORMATS).isPresent()
                    || kind(start, OTHER_FORMATS).isPresent();
        } catch (IOException e) {
            throw DataException.unreadable("The file", file, e);
        }
    }

    private static BufferedImage decoded(Path file, ImageSize size) {
        return read(file, (reader, format) -> {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
                throw new DataException("The image " + file.toAbsolutePath() + " has " + reader.getWidth(0) + "x"
                        + reader.getHeight(0) + " pixels; expected " + size + ".");
            }
            BufferedImage image = reader.read(0);
            if (format.equals("JPEG") && !warnings.isEmpty()) {
                // What is missing of a JPEG file is filled with gray, and this is all that the reader says of it.
                throw new IIOException(warnings.get(0));
            }
            return image;
        });
    }

    /** What is read of an image that is open. */
    private interface Reading<T> {
        T of(ImageReader reader, String format) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) {
        byte[] bytes = bytes(file);
        String format = format(bytes, file);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
            return reading.of(reader, format);
        } catch (IOException e) {
            throw new DataException(
                    "The file " + file.toAbsolutePath() + " is no whole " + format + " image: " + reason(e)
                            + ". It is cut off or damaged: unpack it again.",
                    e);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw DataException.unreadable("The image", file, e);
        }
    }

    private static String format(byte[] bytes, Path file) {
        String start = start(bytes);
        return kind(start, FORMATS)
                .orElseThrow(() -> new DataException("The file " + file.toAbsolutePath() + " " + otherKind(bytes, start)
                        + "; expected a PNG or JPEG image."));
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> kind(String start, Map<String, String> kinds) {
        return kinds.keySet().stream().filter(start::startsWith).map(kinds::get).findFirst();
    }

    private static String otherKind(byte[] bytes, String start) {
        if (start.startsWith("\u0089PNG")) {
            return "is a PNG image whose line ends a transfer in text mode has changed";
        }
        return FileKind.of(bytes)
                .map(FileKind::description)
                .orElseGet(() -> "is " + kind(start, OTHER_FORMATS).orElseGet(() -> unknown(start)));
    }

    /** The first bytes, so that people may recognise what the file is: hexadecimal, and the letters among them. */
    private static String unknown(String start) {
        String first = start.substring(0, Math.min(start.length(), MOST_SHOWN));
        String hex =
                first.chars().mapToObj(value -> String.format("%02x", value)).collect(Collectors.joining(" "));
        return "of an unknown format, with the first bytes " + hex + " (\"" + first.replaceAll("[^ -~]", ".") + "\")";
    }

    /** The innermost cause says what is wrong; those around it say only that an image was read. */
    private static Throwable reason(Throwable thrown) {
        return thrown.getCause() == null ? thrown : reason(thrown.getCause());
    }
}
