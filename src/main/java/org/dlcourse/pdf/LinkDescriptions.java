package org.dlcourse.pdf;

import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/** Says of each link within a file which page it leads to, as PDF/UA demands and the library does not. */
final class LinkDescriptions implements PDFCreationListener {
    @Override
    public void preOpen(PdfBoxRenderer renderer) {
        // There are no links yet.
    }

    @Override
    public void preWrite(PdfBoxRenderer renderer, int pages) {
        // There are no links yet.
    }

    @Override
    public void onClose(PdfBoxRenderer renderer) {
        try {
            describe(renderer.getPdfDocument());
        } catch (IOException e) {
            throw new UncheckedIOException("The links of a PDF that was just made cannot be read.", e);
        }
    }

    private static void describe(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link
                        && link.getAction() instanceof PDActionGoTo goTo
                        && goTo.getDestination() instanceof PDPageDestination destination) {
                    link.setContents("Page " + (1 + destination.retrievePageNumber()));
                }
            }
        }
    }
}
