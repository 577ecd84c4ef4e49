package org.dlcourse.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of every PDF, DejaVu's, which have Greek and the signs of mathematics, and may be embedded. Of each, a file holds the
 * characters that it uses.
 */
final class PdfFonts {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private static final List<PdfFont> ALL = List.of(
            new PdfFont("Text", "DejaVuSansCondensed.ttf", 400),
            new PdfFont("Text", "DejaVuSansCondensed-Bold.ttf", 700),
            new PdfFont("Code", "DejaVuSansMono.ttf", 400));

    /**
     * A font.
     *
     * @param family its name in style sheets
     * @param file among the fonts
     * @param weight in CSS
     */
    private record PdfFont(String family, String file, int weight) {
        PDType0Font load(PDDocument document) throws IOException {
            try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + file)) {
                if (in == null) {
                    throw new IllegalStateException("The font " + FOLDER + file
                            + " is not on the class path. Expected it from net.sf.jasperreports:jasperreports-fonts, which"
                            + " dl-course-harness depends on; do not exclude it.");
                }
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                // Without ligatures: whoever copies a commit's "ff" must get two letters.
                font.setEnableGsub(false);
                return PDType0Font.load(document, font, true);
            }
        }
    }

    private PdfFonts() {}

    /** Loads the fonts into the document that the builder makes. */
    static void add(PdfRendererBuilder builder, PDDocument document) throws IOException {
        for (PdfFont font : ALL) {
            builder.useFont(
                    new PDFontSupplier(font.load(document)), font.family(), font.weight(), FontStyle.NORMAL, true);
        }
    }
}
