package org.dlcourse.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.List;

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
     * @param weight in CSS
     */
    private record PdfFont(String family, String file, int weight) {
        InputStream open() {
            InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + file);
            if (in == null) {
                throw new IllegalStateException("The font " + FOLDER + file
                        + " is not on the class path. Expected it from net.sf.jasperreports:jasperreports-fonts, which"
                        + " dl-course-harness depends on; do not exclude it.");
            }
            return in;
        }
    }

    private PdfFonts() {}

    static void addTo(PdfRendererBuilder builder) {
        ALL.forEach(font -> builder.useFont(font::open, font.family(), font.weight(), FontStyle.NORMAL, true));
    }
}
