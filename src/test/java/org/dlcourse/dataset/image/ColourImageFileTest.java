package org.dlcourse.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourImageFileTest {
    private static final int HEIGHT = 3;
    private static final int WIDTH = 4;
    private static final int PIXELS = HEIGHT * WIDTH;
    private static final ImageSize SIZE = new ImageSize(HEIGHT, WIDTH);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"8, 1", "8, 2", "8, 3", "8, 4", "16, 1", "16, 2", "16, 3", "16, 4"})
    void grayAndColourWithOpaqueAlphaOrNoneOf8And16BitsAreReadWithoutLoss(int bits, int bands) throws IOException {
        byte[] planes = read(encoded(image(bits, bands), "png"));

        for (int i = 0; i < planes.length; i++) {
            int channel = bands < 3 ? 0 : i / PIXELS;
            assertThat(planes[i] & 0xff).as("value %d", i).isEqualTo(value(channel, i % PIXELS));
        }
    }

    @Test
    void paletteIsReadByItsColours() throws IOException {
        byte[] planes = read(encoded(palette(0), "png"));

        assertThat(planes[PIXELS + 7]).as("green of pixel 7").isEqualTo((byte) value(1, 7));
    }

    @Test
    void transparentPixelIsReportedWithItsPlace() throws IOException {
        BufferedImage image = image(8, 4);
        image.getRaster().setSample(1, 2, 3, 254);
        rejects(encoded(image, "png"), "its pixel in row 2 and column 1 has alpha 254 of 255 and is transparent");

        rejects(encoded(palette(1 << 6), "png"), "its pixel in row 1 and column 2 has alpha 0 of 255");

        byte[] colour = {0, (byte) value(0, 5), 0, (byte) value(1, 5), 0, (byte) value(2, 5)};
        byte[] keyed = withChunk(encoded(image(8, 3), "png"), "tRNS", colour);
        rejects(keyed, "its pixel in row 1 and column 1 has alpha 0 of 255");
    }

    @Test
    void valueThatNeeds16BitsIsReportedWithItsPlace() throws IOException {
        BufferedImage image = image(16, 3);
        image.getRaster().setSample(3, 0, 1, 1000);

        rejects(
                encoded(image, "png"),
                "cannot become RGB of 8 bits without loss",
                "its pixel in row 0 and column 3 has the value 1000 of 16 bits; expected a multiple of 257");
    }

    @Test
    void jpegIsReadWhateverItsNameIs() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, WIDTH, HEIGHT, 0, new int[PIXELS]);

        assertThat(read(encoded(image, "jpeg"))).containsOnly((byte) 0).hasSize(3 * PIXELS);
    }

    @Test
    void truncatedImageIsAnErrorWhereverItIsCut() throws IOException {
        byte[] jpeg = encoded(image(8, 3), "jpeg");
        for (int length = 3; length < jpeg.length; length++) {
            rejects(Arrays.copyOf(jpeg, length), "is no whole JPEG image");
        }
        byte[] png = encoded(image(8, 3), "png");
        for (int length : new int[] {8, 20, png.length / 2, png.length - 28}) {
            rejects(Arrays.copyOf(png, length), "is no whole PNG image", "unpack it again");
        }
    }

    @Test
    void otherFilesAreNamedAsWhatTheyAre() throws IOException {
        rejects(new byte[0], "is empty", "expected a PNG or JPEG image");
        rejects(encoded(image(8, 3), "gif"), "is a GIF image");
        rejects(encoded(image(8, 3), "bmp"), "is a BMP image");
        rejects("\n<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII), "is an HTML page");
        rejects(
                "version https://git-lfs.github.com/spec/v1\noid sha256:1\n".getBytes(StandardCharsets.US_ASCII),
                "is a Git LFS pointer");
        byte[] png = encoded(image(8, 3), "png");
        rejects(Arrays.copyOfRange(png, 1, 50), "is of an unknown format");
        png[4] = '\n';
        rejects(png, "is a PNG image whose line ends a transfer in text mode has changed");
    }

    @Test
    void otherSizeIsReported() throws IOException {
        rejects(encoded(new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB), "png"), "has 5x3 pixels; expected 4x3");
    }

    @Test
    void missingFileIsNamed() {
        Path none = folder.resolve("none.png");
        assertThatThrownBy(() -> ColourImageFile.read(none, SIZE))
                .isInstanceOf(DataException.class)
                .hasMessage("The image " + none + " is missing.");
    }

    /** Gray or colour, the even numbers of bands with alpha. */
    private static BufferedImage image(int bits, int bands) {
        boolean hasAlpha = bands % 2 == 0;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                hasAlpha,
                false,
                hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
        for (int band = 0; band < bands; band++) {
            for (int i = 0; i < PIXELS; i++) {
                int value = hasAlpha && band == bands - 1 ? 255 : value(band, i);
                raster.setSample(i % WIDTH, i / WIDTH, band, bits == 8 ? value : 257 * value);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static int value(int channel, int pixel) {
        return 70 * channel + 5 * pixel;
    }

    /** Pixel i has colour i; the last colour is not used and transparent. */
    private static BufferedImage palette(int transparentColours) {
        int[] colours = new int[PIXELS + 1];
        for (int i = 0; i < PIXELS; i++) {
            int alpha = (transparentColours >> i & 1) == 1 ? 0 : 255;
            colours[i] = alpha << 24 | value(0, i) << 16 | value(1, i) << 8 | value(2, i);
        }
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < PIXELS; i++) {
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, i);
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes))
                .as("written as %s", format)
                .isTrue();
        return bytes.toByteArray();
    }

    /** A PNG file with one more chunk before its pixels. */
    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        int pixels = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") - Integer.BYTES;
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        return ByteBuffer.allocate(png.length + content.length + 12)
                .put(png, 0, pixels)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) checksum.getValue())
                .put(png, pixels, png.length - pixels)
                .array();
    }

    private byte[] read(byte[] content) throws IOException {
        return ColourImageFile.read(Files.write(folder.resolve("image.png"), content), SIZE);
    }

    private void rejects(byte[] content, String... parts) {
        assertThatThrownBy(() -> read(content))
                .as("%d bytes", content.length)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("image.png").toString())
                .hasMessageContainingAll(parts);
    }
}
