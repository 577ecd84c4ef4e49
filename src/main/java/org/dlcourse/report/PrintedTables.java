package org.dlcourse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Tables of a page as they are printed: with a head that is repeated on every sheet, and with the first rows of a long one. */
final class PrintedTables {
    /** Columns from which on a table is set in smaller letters. */
    private static final int MANY = 7;

    private static final int VERY_MANY = 11;

    /** A word that is broken where the line ends, since no column is as wide. */
    private static final Pattern LONG_WORD = Pattern.compile("\\S{25}");

    private PrintedTables() {}

    /** The elements of a name, in their order, whatever becomes of the document meanwhile. */
    static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagName(name));
    }

    /** Those within an element. */
    static List<Element> elements(Element around, String name) {
        return elements(around.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The text of the heading before a table. */
    static String title(Element table) {
        return heading(table).map(Element::getTextContent).orElse("");
    }

    private static Optional<Element> heading(Element table) {
        return table.getParentNode().getPreviousSibling() instanceof Element before
                ? Optional.of(before)
                : Optional.empty();
    }

    /**
     * Makes a table ready.
     *
     * @param most rows below its head that are kept
     */
    static void print(Element table, int most) {
        Document document = table.getOwnerDocument();
        List<Element> rows = elements(table, "tr");
        Element head = document.createElement("thead");
        Element body = document.createElement("tbody");
        head.appendChild(rows.get(0));
        rows.stream().skip(1).limit(most).forEach(body::appendChild);
        while (table.hasChildNodes()) {
            table.removeChild(table.getFirstChild());
        }
        table.appendChild(head);
        table.appendChild(body);
        int columns = rows.get(0).getChildNodes().getLength();
        table.setAttribute("class", columns >= VERY_MANY ? "very wide" : columns >= MANY ? "wide" : "plain");
        table.removeAttribute("style");
        heading(table).ifPresent(heading -> heading.setAttribute("class", "of-table"));
        elements(table, "th").forEach(PrintedTables::restyle);
        elements(table, "td").forEach(PrintedTables::restyle);
        int left = rows.size() - 1 - most;
        if (most < rows.size() - 1) {
            Element note = document.createElement("p");
            note.setAttribute("class", "note");
            note.setTextContent("The first " + most + " rows; " + left + " more are in the report, in \"" + title(table)
                    + " (CSV)\".");
            Node around = table.getParentNode();
            around.getParentNode().insertBefore(note, around.getNextSibling());
        }
    }

    /** What a cell keeps of its style is on which side its text is, and whether it stays on one line. */
    private static void restyle(Element cell) {
        String style = cell.getAttribute("style");
        String side = style.contains("text-align:right") ? "number" : "text";
        String lines = style.contains("white-space:nowrap") ? " unbroken" : "";
        String words = LONG_WORD.matcher(cell.getTextContent()).find() ? " broken" : "";
        cell.removeAttribute("style");
        cell.setAttribute("class", side + lines + words);
    }
}
