package org.dlcourse.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a reader finds in a PDF.
 *
 * @param text of all pages
 * @param bookmarks each after the one that it is below, with two blanks for each such
 * @param fonts names, with a mark at those that are not embedded
 * @param pictures how many images of pixels there are
 * @param links descriptions of the links
 * @param tagged whether it has a tree of tags
 */
public record ReadPdf(
        String text, List<String> bookmarks, List<String> fonts, int pictures, List<String> links, boolean tagged) {
    /** Reads a file. */
    public static ReadPdf of(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> bookmarks = new ArrayList<>();
            if (document.getDocumentCatalog().getDocumentOutline() != null) {
                add(document.getDocumentCatalog().getDocumentOutline(), "", bookmarks);
            }
            List<String> fonts = new ArrayList<>();
            int pictures = 0;
            List<String> links = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.add(font.getName().replaceFirst(".*\\+", "") + (font.isEmbedded() ? "" : " (not embedded)"));
                }
                for (PDAnnotation link : page.getAnnotations()) {
                    links.add(link.getContents());
                }
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            return new ReadPdf(
                    new PDFTextStripper().getText(document),
                    bookmarks,
                    fonts.stream().distinct().sorted().toList(),
                    pictures,
                    links,
                    document.getDocumentCatalog().getStructureTreeRoot() != null
                            && document.getDocumentCatalog().getMarkInfo().isMarked());
        }
    }

    private static void add(PDOutlineNode node, String indent, List<String> bookmarks) {
        for (PDOutlineItem item : node.children()) {
            bookmarks.add(indent + item.getTitle());
            add(item, indent + "  ", bookmarks);
        }
    }
}
