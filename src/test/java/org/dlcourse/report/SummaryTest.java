package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    private static final Place PLACE =
            RequirementCatalogue.ofClassPath().find("ANN-1.1").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void rowHasWhatTheTestAttachedAndTheSecondsOfItsLastResult() throws IOException {
        EvidenceFacts facts = new EvidenceFacts("It is so.", "a", "1", "≤ 2", List.of("exact"), "real", "", List.of());
        Files.write(folder.resolve("facts.json"), new ObjectMapper().writeValueAsBytes(facts));
        result("last", 5_000, 7_500, "");
        result("repeated", 1_000, 2_000, "");

        SummaryRow row = rows(Outcome.PASSED).get(0);

        assertThat(row.facts()).isEqualTo(facts);
        assertThat(row.seconds()).isEqualTo(2.5);
        assertThat(row.sentence()).isEqualTo("It is so.");
    }

    @Test
    void requirementWithoutAnyResultIsAnError() {
        assertThatThrownBy(() -> rows(Outcome.PASSED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no result of ANN-1.1 in " + folder);
    }

    private List<SummaryRow> rows(Outcome outcome) throws IOException {
        return Summary.rows(Map.of(PLACE, outcome), new AllureResults(folder), id -> Optional.empty());
    }

    private void result(String name, long start, long stop, String message) throws IOException {
        String json = "{'labels':[{'name':'requirement','value':'ANN-1.1'}],'start':" + start + ",'stop':" + stop
                + ",'statusDetails':{'message':'" + message
                + "'},'attachments':[{'name':'Summary (JSON)','source':'facts.json'}]}";
        Files.write(
                folder.resolve(name + "-result.json"), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sentenceSaysWhyWhereNothingWasShown() {
        Summary summary = SampleSummary.summary("3", Outcome.FAILED);

        assertThat(summary.rows())
                .extracting(SummaryRow::sentence)
                .containsExactly(
                        "With <b> it is .021 | .03.",
                        "Not selected: others were.",
                        "With <b> it is .021 | .03. Shown at full scale only: too few.",
                        "no GPU computes here");
        assertThat(new SummaryRow(
                                PLACE,
                                Outcome.BROKEN,
                                EvidenceFacts.NONE,
                                "No memory.\nat line 1",
                                "",
                                Optional.empty(),
                                1)
                        .sentence())
                .as("of a test that ended before it said anything")
                .isEqualTo("No memory.");
        assertThat(new SummaryRow(
                                PLACE, Outcome.FAILED, EvidenceFacts.NONE, "Not found.", "0 of 4", Optional.empty(), 1)
                        .sentence())
                .as("of a submission")
                .isEqualTo("0 of 4 points. Not found.");
    }

    @Test
    void whatIsShownAtFullScaleOnlyIsCountedApart() {
        Summary summary = SampleSummary.summary();

        assertThat(summary.handouts()).extracting(Handout::id).containsExactly("ANN", "DOGS");
        assertThat(Summary.counts(summary.of(summary.handouts().get(1))))
                .isEqualTo("0 passed, 1 shown at full scale only, 1 skipped, of 2");
    }

    @Test
    void tableHasAColumnForEachFactAndQuotesCommas() {
        assertThat(SampleSummary.summary().table().csv().split("\r\n"))
                .hasSize(5)
                .contains(
                        "id,handout,part,title,outcome,shown,number,measured,bound,evidence,data,scale,seconds,recorded,recorded from,compared with recorded")
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith("ANN-1.1,")
                                .endsWith(
                                        ",mean absolute difference,0.021,≤ 0.03,\"exact, statistical\",synthetic,quick,1.3,,,"));
    }

    @Test
    void dataOfTheRunAreThoseOfAllItsTests() {
        assertThat(SampleSummary.summary().data()).isEqualTo("synthetic");
    }
}
