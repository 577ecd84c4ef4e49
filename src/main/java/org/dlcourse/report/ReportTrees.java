package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Puts the trees of Allure's report in the handouts' order: Allure has the results of a group in the order in which they ran, and numbers
 * them in the order in which it finds them. Its lists of handouts begin with the largest.
 *
 * @param places of results in the handouts' order, by the result's id in the report
 * @param handouts their titles
 */
record ReportTrees(Map<String, Integer> places, List<String> handouts) {
    /** The files of the report that hold a tree, or a list of what stands at its top. */
    static final Set<String> FILES = Set.of(
            "data/behaviors.json",
            "data/categories.json",
            "data/packages.json",
            "data/suites.json",
            "widgets/behaviors.json",
            "widgets/suites.json");

    private static final String CHILDREN = "children";

    /** Orders a tree or a list in place; what is no requirement's comes last and keeps its order. */
    void order(ObjectNode tree) {
        if (tree.get(CHILDREN) instanceof ArrayNode children) {
            children.forEach(child -> order((ObjectNode) child));
            sort(children, this::place);
        }
        if (tree.get("items") instanceof ArrayNode items) {
            sort(items, item -> {
                int place = handouts.indexOf(item.path("name").asText());
                return place < 0 ? Integer.MAX_VALUE : place;
            });
        }
    }

    private static void sort(ArrayNode nodes, ToIntFunction<JsonNode> place) {
        List<JsonNode> ordered = new ArrayList<>();
        nodes.forEach(ordered::add);
        ordered.sort(Comparator.comparingInt(place));
        nodes.removeAll();
        nodes.addAll(ordered);
    }

    /** The place of a result, or of the first one in a group that has been ordered. */
    private int place(JsonNode node) {
        JsonNode first = node.path(CHILDREN).path(0);
        return first.isMissingNode() ? places.getOrDefault(node.path("uid").asText(), Integer.MAX_VALUE) : place(first);
    }
}
