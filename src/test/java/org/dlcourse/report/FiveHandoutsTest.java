package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dlcourse.reference.Recordings;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.jupiter.api.Test;

class FiveHandoutsTest {
    /** The page on results leaves out the 0. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])0(\\.\\d+)");

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
    void numbersOfRunsAtFullScaleAreThoseOfThePageOnResults() throws IOException {
        String results = Files.readString(Path.of("docs/results.md"));
        Recordings recordings = new Recordings(Path.of("fixtures/reference-runs"));
        List<String> numbers = catalogue.places().stream()
                // A recording takes the place of the catalogue's sentence.
                .filter(place -> recordings.find(place.entry().id()).isEmpty())
                .flatMap(place -> NUMBER.matcher(place.entry().fullScale()).results())
                .map(number -> number.group(1))
                .toList();

        assertThat(catalogue.places())
                .anySatisfy(place -> assertThat(place.entry().fullScale()).containsPattern(NUMBER));
        assertThat(numbers).allSatisfy(number -> assertThat(results)
                .containsPattern("(?<![\\d.])" + Pattern.quote(number) + "(?!\\d)"));
    }

    @Test
    void blocksOfThePageOnResultsNameRequirements() throws IOException {
        List<String> ids = Files.readAllLines(Path.of("docs/results.template.md")).stream()
                .filter(line -> line.startsWith("<!-- results "))
                .flatMap(line ->
                        Pattern.compile("[A-Z]+-\\w+(\\.\\w+)?").matcher(line).results())
                .map(MatchResult::group)
                .toList();

        assertThat(ids)
                .hasSizeGreaterThan(20)
                .allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
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
