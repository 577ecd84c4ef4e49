package org.dlcourse.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dlcourse.report.RequirementCatalogue.Course;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Part;

/** Reads the files that a catalogue is merged from, and makes sure that all of them together define each id once. */
final class CatalogueReader {
    /** What JUnit takes for a tag and a shell for one word. */
    private static final Pattern ID = Pattern.compile("\\w[\\w.-]*");

    /** Where each id was defined, by the id in capitals: tests are selected by ids in any case. */
    private final Map<String, YamlNode> defined = new HashMap<>();

    /**
     * Reads one file.
     *
     * @param file for messages
     * @throws CatalogueException if something is missing, not known, or was defined before
     */
    Course read(String file, String content) {
        YamlNode root = YamlNode.read(file, content).withKeys(List.of("title", "handouts"));
        return new Course(
                file,
                root.text("title").text(),
                root.list("handouts").stream().map(this::handout).toList());
    }

    private Handout handout(YamlNode node) {
        node.withKeys(List.of("id", "title", "points", "parts"));
        String id = define(node.text("id"));
        PointShares points = PointShares.of(node);
        return new Handout(
                id,
                node.text("title").text(),
                node.list("parts").stream().map(part -> part(part, id, points)).toList());
    }

    private Part part(YamlNode node, String handout, PointShares points) {
        node.withKeys(List.of("title", "requirements"));
        return new Part(
                node.text("title").text(),
                node.list("requirements").stream()
                        .map(entry -> entry(entry, handout, points))
                        .toList());
    }

    private Entry entry(YamlNode node, String handout, PointShares points) {
        node.withKeys(List.of("id", "title", "question", "asks", "shows", "full-scale", "points", "criteria"));
        String id = define(node.text("id"));
        if (!id.startsWith(handout + "-")) {
            throw node.text("id").problem("the id is " + id, "one that begins with its handout's, " + handout + "-");
        }
        return new Entry(
                id,
                node.text("title").text(),
                optional(node, "question"),
                node.text("asks").text(),
                node.text("shows").text(),
                optional(node, "full-scale"),
                points.pointsOf(node),
                PointShares.criteria(node));
    }

    private static String optional(YamlNode node, String key) {
        return node.has(key) ? node.text(key).text() : "";
    }

    private String define(YamlNode id) {
        if (!ID.matcher(id.text()).matches()) {
            throw id.problem("the id is \"" + id.text() + "\"", "letters, digits, dots and hyphens, such as ANN-3.1");
        }
        YamlNode before = defined.putIfAbsent(id.text().toUpperCase(Locale.ROOT), id);
        if (before != null) {
            throw id.problem(
                    "the id " + id.text() + " was defined before"
                            + (before.file().equals(id.file()) ? "" : ", in " + before.file()) + ", line "
                            + before.line(),
                    "each id once in all catalogues on the class path; a file that was renamed or deleted stays in target until mvn"
                            + " clean");
        }
        return id.text();
    }
}
