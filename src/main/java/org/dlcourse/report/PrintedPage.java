package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.dlcourse.pdf.Xhtml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A requirement's page, made ready for paper: with its figures, as lines where they are made of lines, and with the first rows of its
 * long tables.
 *
 * @param id of the requirement, for messages
 * @param result of its test
 * @param results the folder that the result is in
 */
record PrintedPage(String id, JsonNode result, AllureResults results) {
    /** Rows of a table that are printed where all of them are attached. */
    static final int MOST_ROWS = 25;

    /** What is printed of a page, in CSS pixels: A4 without its margins, and with room for a heading and a caption. */
    private static final Dimension ROOM = new Dimension(680, 820);

    private static final String CSV = " (CSV)";

    /**
     * The page's elements, with its sources folded and everything else unfolded.
     *
     * @return a {@code div} with them
     * @throws IOException if the page is not well-formed, or a picture that it shows is missing or damaged
     */
    Element body() throws IOException {
        Document page;
        try {
            page = Xhtml.parse("<div>" + result.path("descriptionHtml").asText() + "</div>");
        } catch (IOException e) {
            throw new IOException("The page of " + id + " cannot be printed: it is " + e.getMessage(), e);
        }
        PrintedFolds.unfold(page.getDocumentElement());
        for (Element picture : PrintedTables.elements(page, "img")) {
            if (picture.getNextSibling() instanceof Element caption) {
                caption.setAttribute("class", "caption");
            }
            print(picture);
        }
        for (Element table : PrintedTables.elements(page, "table")) {
            PrintedTables.print(table, mostRows(table));
        }
        return page.getDocumentElement();
    }

    /** All rows of a table that is in no file. */
    private int mostRows(Element table) {
        return attachment(PrintedTables.title(table) + CSV).isPresent() ? MOST_ROWS : Integer.MAX_VALUE;
    }

    private void print(Element picture) throws IOException {
        String name = picture.getAttribute(Html.PICTURE);
        JsonNode pixels = attachment(name)
                .orElseThrow(() -> new IOException("The page of " + id + " shows the picture \"" + name
                        + "\", and its result has no attachment of that name. Run the requirement again: mvn test -Dgroups="
                        + id));
        Optional<JsonNode> lines = step(name).flatMap(step -> ofType(step, "image/svg+xml"));
        if (lines.isPresent()) {
            printLines(picture, name, lines.get());
        } else {
            printPixels(picture, name, pixels);
        }
    }

    private void printLines(Element picture, String name, JsonNode attachment) throws IOException {
        String content = new String(content(name, attachment), StandardCharsets.UTF_8);
        Element svg;
        try {
            svg = Xhtml.parse(content).getDocumentElement();
        } catch (IOException e) {
            throw damaged(name, attachment, "it is " + e.getMessage());
        }
        String[] box = svg.getAttribute("viewBox").split(" ");
        if (box.length != 4) {
            throw damaged(name, attachment, "it has no view box.");
        }
        Dimension size = new Dimension((int) Double.parseDouble(box[2]), (int) Double.parseDouble(box[3]));
        Element copy = (Element) picture.getOwnerDocument().importNode(svg, true);
        Dimension printed = fitted(size, picture);
        copy.setAttribute("width", Integer.toString(printed.width));
        copy.setAttribute("height", Integer.toString(printed.height));
        copy.setAttribute("alt", picture.getAttribute("alt"));
        copy.setAttribute("class", "figure");
        picture.getParentNode().replaceChild(copy, picture);
    }

    private void printPixels(Element picture, String name, JsonNode attachment) throws IOException {
        byte[] png = content(name, attachment);
        Dimension pixels =
                size(png).orElseThrow(() -> damaged(name, attachment, "it is no picture that Java can read."));
        // Two pixels per CSS pixel, as Canvas paints them.
        Dimension size = fitted(new Dimension(pixels.width / 2, pixels.height / 2), picture);
        picture.setAttribute(
                "style", "display:block;width:" + size.width + "px;height:" + size.height + "px;margin:4px 0");
        picture.setAttribute(
                "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        picture.setAttribute("class", "figure");
        picture.removeAttribute(Html.PICTURE);
        picture.removeAttribute("tabindex");
    }

    /** The pixels of a picture, by its header. */
    private static Optional<Dimension> size(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Dimension fitted(Dimension size, Element picture) {
        String frame = ((Element) picture.getParentNode()).getAttribute(Html.FRAME);
        double width = ROOM.width - (frame.isEmpty() ? 0 : Integer.parseInt(frame));
        double scale = Math.min(1, Math.min(width / size.width, (double) ROOM.height / size.height));
        return new Dimension((int) (scale * size.width), (int) (scale * size.height));
    }

    private byte[] content(String name, JsonNode attachment) throws IOException {
        try {
            return Files.readAllBytes(results.file(attachment));
        } catch (NoSuchFileException e) {
            throw damaged(name, attachment, "there is no such file. Were files removed during the run?");
        }
    }

    private IOException damaged(String name, JsonNode attachment, String why) {
        return new IOException("The picture \"" + name + "\" of " + id + " cannot be printed from "
                + results.file(attachment).toAbsolutePath() + ": " + why
                + " Run the requirement again: mvn test -Dgroups=" + id);
    }

    private Optional<JsonNode> attachment(String name) {
        return step(name).flatMap(step -> ofName(step, name));
    }

    /** The first step that has an attachment of this name. */
    private Optional<JsonNode> step(String name) {
        for (JsonNode step : result.path("steps")) {
            if (ofName(step, name).isPresent()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> ofName(JsonNode step, String name) {
        return first(step, "name", name);
    }

    private static Optional<JsonNode> ofType(JsonNode step, String type) {
        return first(step, "type", type);
    }

    private static Optional<JsonNode> first(JsonNode step, String field, String value) {
        for (JsonNode attachment : step.path("attachments")) {
            if (attachment.path(field).asText().equals(value)) {
                return Optional.of(attachment);
            }
        }
        return Optional.empty();
    }
}
