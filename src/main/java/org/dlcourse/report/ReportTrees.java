package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the trees of Allure's report in the handouts' order: Allure has the results of a group in the order in which they ran, and numbers
 * them in the order in which it finds them.
 *
 * @param places of results in the handouts' order, by the result's id in the report
 */
record ReportTrees(Map<String, Integer> places) {
    /** The files of the report that hold a tree. */
    static final Set<String> FILES =
            Set.of("data/behaviors.json", "data/categories.json", "data/packages.json", "data/suites.json");

    private static final String CHILDREN = "children";

    /** Orders a tree in place; what is no requirement's comes last and keeps its order. */
    void order(ObjectNode tree) {
        if (tree.get(CHILDREN) instanceof ArrayNode children) {
            List<JsonNode> ordered = new ArrayList<>();
            for (JsonNode child : children) {
                order((ObjectNode) child);
                ordered.add(child);
            }
            ordered.sort(Comparator.comparingInt(this::place));
            children.removeAll();
            children.addAll(ordered);
        }
    }

    /** The place of a result, or of the first one in a group that has been ordered. */
    private int place(JsonNode node) {
        JsonNode first = node.path(CHILDREN).path(0);
        return first.isMissingNode() ? places.getOrDefault(node.path("uid").asText(), Integer.MAX_VALUE) : place(first);
    }
}
