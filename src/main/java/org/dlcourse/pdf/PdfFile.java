package org.dlcourse.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.LogMessageId;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * A PDF file, made from XHTML: pages of A4, tagged as PDF/UA asks for, and with the bookmarks that its head lists.
 *
 * <p>The style sheet's fonts are {@code Text}, in two weights, and {@code Code}. Pictures are elements of SVG, or images whose source is
 * a {@code data:} address: nothing else is loaded, whatever the document asks for.
 *
 * @param xhtml with a title, a language and a description, which PDF/UA demands
 */
public record PdfFile(Document xhtml) {
    private static final String INSIDE = "data:";

    /** Characters of a message, which may hold a whole picture. */
    private static final int LONGEST_MESSAGE = 200;

    /**
     * Lays the document out.
     *
     * @return the file's content
     * @throws IOException if a picture is damaged, or is not inside the document
     */
    public byte[] bytes() throws IOException {
        List<Diagnostic> failures = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XRLog.setLoggerImpl(new NoLog());
        try (PDDocument document = new PDDocument();
                BatikSVGDrawer pictures = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            PdfFonts.add(builder, document);
            builder.usePDDocument(document)
                    .useSVGDrawer(pictures)
                    .usePdfUaAccessibility(true)
                    .useReplacementText("\u25a1")
                    .useUnicodeLineBreaker(new UnbrokenNumbers())
                    .useExternalResourceAccessControl(
                            (address, type) -> address.startsWith(INSIDE),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withDiagnosticConsumer(one -> {
                        if (isFailure(one)) {
                            failures.add(one);
                        }
                    })
                    .withW3cDocument(xhtml, null)
                    .toStream(out);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.setListener(new LinkDescriptions());
                renderer.createPDF();
            }
        }
        if (!failures.isEmpty()) {
            String message = failures.get(0).getFormattedMessage();
            throw new IOException(
                    message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)),
                    failures.get(0).getError());
        }
        return out.toByteArray();
    }

    /** The library leaves out what it cannot draw, and goes on. */
    private static boolean isFailure(Diagnostic diagnostic) {
        return diagnostic.hasError()
                || diagnostic.getLogMessageId() == LogMessageId.LogMessageId2Param.LOAD_RESOURCE_ACCESS_REJECTED;
    }
}
