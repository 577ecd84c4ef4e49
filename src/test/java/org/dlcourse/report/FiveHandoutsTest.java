package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.jupiter.api.Test;

class FiveHandoutsTest {
    private final RequirementCatalogue catalogue = RequirementCatalogue.ofClassPath();

    @Test
    void catalogueHoldsEveryRequirementOfTheFiveHandoutsOnce() {
        List<String> ids =
                catalogue.places().stream().map(place -> place.entry().id()).toList();

        assertThat(catalogue.title()).isEqualTo("Five deep-learning handouts");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(catalogue.handouts())
                .extracting(handout -> handout.id() + " "
                        + ids.stream()
                                .filter(id -> id.startsWith(handout.id() + "-"))
                                .count())
                .containsExactly("ANN 14", "CIFAR 8", "FCNET 9", "CONV 4", "DOGS 15");
    }

    @Test
    void everyEntrySaysWhatIsAskedAndWhatMustShow() {
        assertThat(catalogue.places()).allSatisfy(place -> {
            assertThat(place.entry().title()).as(place.entry().id()).isNotBlank();
            assertThat(place.entry().asks()).as(place.entry().id()).endsWith(lastOf(place));
            assertThat(place.entry().shows()).as(place.entry().id()).endsWith(".");
        });
    }

    @Test
    void everyRequirementHasATestAndEveryTestARequirement() {
        assertThat(TestedRequirements.ofClassPath())
                .containsExactlyInAnyOrderElementsOf(catalogue.places().stream()
                        .map(place -> place.entry().id())
                        .toList());
    }

    private static String lastOf(Place place) {
        return place.entry().asks().endsWith("?") ? "?" : ".";
    }
}
