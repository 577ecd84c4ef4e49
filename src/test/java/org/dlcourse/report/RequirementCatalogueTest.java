package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.jupiter.api.Test;

class RequirementCatalogueTest {
    private final RequirementCatalogue catalogue = RequirementCatalogue.load();

    @Test
    void holdsEveryRequirementOfTheFiveHandoutsOnce() {
        List<String> ids =
                catalogue.places().stream().map(place -> place.entry().id()).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(catalogue.homeworks())
                .extracting(homework -> homework.id() + " "
                        + ids.stream()
                                .filter(id -> id.startsWith(homework.id() + "-"))
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
    void everyTestNamesARequirementOfTheCatalogue() {
        assertThat(RequirementOutcomes.testedIds())
                .contains("ANN-2.1", "ANN-3.1")
                .allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
    }

    private static String lastOf(Place place) {
        return place.entry().asks().endsWith("?") ? "?" : ".";
    }
}
