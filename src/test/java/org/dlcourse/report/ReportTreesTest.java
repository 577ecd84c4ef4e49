package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTreesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void groupsAndTheirResultsComeInTheHandoutsOrder() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree("""
                {"children": [
                  {"name": "A convolution layer", "children": [{"uid": "conv-3"}]},
                  {"name": "Other tests", "children": [{"uid": "own"}]},
                  {"name": "Momentum by hand", "children": [{"uid": "conv-2"}, {"uid": "conv-1"}]}
                ]}""");

        new ReportTrees(Map.of("conv-1", 0, "conv-2", 1, "conv-3", 2), List.of()).order(tree);

        assertThat(tree.findValuesAsText("uid")).containsExactly("conv-1", "conv-2", "conv-3", "own");
        assertThat(tree.findValuesAsText("name"))
                .containsExactly("Momentum by hand", "A convolution layer", "Other tests");
    }

    @Test
    void listOfHandoutsIsInTheirOrderAndNotByTheirSize() throws IOException {
        ObjectNode list = (ObjectNode) JSON.readTree("""
                {"items": [{"name": "Other tests"}, {"name": "5 · Last"}, {"name": "1 · First"}]}""");

        new ReportTrees(Map.of(), List.of("1 · First", "5 · Last")).order(list);

        assertThat(list.findValuesAsText("name")).containsExactly("1 · First", "5 · Last", "Other tests");
    }
}
