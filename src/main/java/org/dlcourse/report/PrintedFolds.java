package org.dlcourse.report;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.report.HandoutCode.Source;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Folded parts of a page on paper, where nothing is folded: sources are taken from it, and everything else stands unfolded. */
final class PrintedFolds {
    private static final String FOLD = "details";

    private PrintedFolds() {}

    /**
     * Takes the source files from a page, with the heading above them.
     *
     * @return the files, in the page's order
     */
    static List<Source> takeSources(Element page) {
        List<Source> sources = new ArrayList<>();
        for (Element fold : PrintedTables.elements(page, FOLD)) {
            if (isSource(fold)) {
                String text = PrintedTables.elements(fold, "pre").get(0).getTextContent();
                sources.add(
                        new Source(fold.getAttribute(Html.SOURCE), text.lines().toList()));
                Node before = fold.getPreviousSibling();
                if (before instanceof Element heading && heading.getTagName().equals("h4")) {
                    heading.getParentNode().removeChild(heading);
                }
                fold.getParentNode().removeChild(fold);
            }
        }
        return sources;
    }

    /** Puts what is folded, but for sources, in the place of its fold. */
    static void unfold(Element page) {
        for (Element fold : PrintedTables.elements(page, FOLD)) {
            if (!isSource(fold)) {
                // The line that a reader clicks.
                fold.removeChild(PrintedTables.elements(fold, "summary").get(0));
                while (fold.hasChildNodes()) {
                    fold.getParentNode().insertBefore(fold.getFirstChild(), fold);
                }
                fold.getParentNode().removeChild(fold);
            }
        }
    }

    private static boolean isSource(Element fold) {
        return fold.hasAttribute(Html.SOURCE);
    }
}
