package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dlcourse.report.RequirementCatalogue.Criterion;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointSharesTest {
    private static final String SHAPES = """
            title: Shapes
            handouts:
              - id: SHAPES
                title: Shapes
                points: 10
                parts:
                  - title: By hand
                    requirements:
                      - id: SHAPES-1
                        title: Max pooling
                        asks: Reduce an image.
                        shows: The values are equal.
                        points: 4
                        criteria:
                          - {name: output, share: .75}
                          - {name: gradient, share: .25}
                      - id: SHAPES-2
                        title: Mean pooling
                        asks: Average an image.
                        shows: The values are equal.
                      - id: SHAPES-3
                        title: Sum pooling
                        asks: Sum an image.
                        shows: The values are equal.
            """;

    @Test
    void requirementsWithoutPointsShareTheRestEqually() {
        assertThat(entries(SHAPES)).extracting(Entry::points).containsExactly(4.0, 3.0, 3.0);
        assertThat(entries(SHAPES).get(0).criteria())
                .containsExactly(new Criterion("output", .75), new Criterion("gradient", .25));
    }

    @Test
    void criterionNamesThoseThatItNeeds() {
        String needing = SHAPES.replace("share: .25", "share: .25, needs: [output]");

        assertThat(entries(needing).get(0).criteria().get(1).needs()).containsExactly("output");
    }

    @Test
    void handoutWithoutPointsGivesNone() {
        assertThat(entries(SHAPES.replace("    points: 10\n", "").replace("            points: 4\n", "")))
                .extracting(Entry::points)
                .containsOnly(0.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: 10|points: 4|line 5: the handout has 4.0 points and its requirements 4.0. Expected fewer, since 2",
                "    points: 10||line 13: a requirement has points and its handout has none",
                "share: .25|share: .5|line 15: the shares of the criteria add up to 1.25. Expected 1.",
                "name: gradient|name: output|line 15: two criteria have one name. Expected a name for each.",
                "share: .25|share: .25, needs: [input]|line 16: the criterion needs \"input\", which is no criterion that stands before it. Expected some of: output.",
                "share: .75|share: .75, needs: [gradient]|line 15: the criterion needs \"gradient\", which is no criterion that stands before it. Expected none",
                "points: 10|points: -1|line 5: the points is the text \"-1\". Expected a number above 0.",
                "points: 10|points: 1e999|line 5: the points is the text \"1e999\". Expected a number above 0.",
            })
    void pointsThatDoNotAddUpAreReported(String text, String replacement, String message) {
        assertThat(SHAPES).contains(text);

        assertThatThrownBy(() -> entries(SHAPES.replace(text, replacement == null ? "" : replacement)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(message);
    }

    @Test
    void pointsOfEachHandoutOfTheFiveAddUpToItsOwn() {
        for (RequirementCatalogue.Handout handout :
                RequirementCatalogue.ofClassPath().handouts()) {
            double sum = handout.parts().stream()
                    .flatMap(part -> part.requirements().stream())
                    .mapToDouble(Entry::points)
                    .sum();
            Map<String, Double> expected =
                    Map.of("ANN", 100.0, "CIFAR", 100.0, "FCNET", 40.0, "CONV", 100.0, "DOGS", 14.0);
            assertThat(sum).as(handout.id()).isCloseTo(expected.get(handout.id()), within(1e-9));
        }
    }

    private static List<Entry> entries(String catalogue) {
        return RequirementCatalogue.of(Map.of("file", catalogue)).places().stream()
                .map(RequirementCatalogue.Place::entry)
                .toList();
    }
}
