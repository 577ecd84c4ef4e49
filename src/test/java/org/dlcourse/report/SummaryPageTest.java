package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryPageTest {
    private final String html = SampleSummary.page().html(Map.of("ANN-1.1", "1f"));

    @Test
    void rowLinksToThePageOfItsRequirementIfItHasOne() {
        assertThat(html)
                .contains("<a href=\"#testresult/1f\"><b>ANN-1.1</b> ")
                .contains("<b>ANN-1.2</b> ")
                .doesNotContain("<a href=\"#testresult/\">");
    }

    @Test
    void keyNumberStandsBesideItsBound() {
        assertThat(html)
                .contains("<b>0.021</b> <span class=\"bound\">≤ 0.03</span><small>mean absolute difference</small>");
    }

    @Test
    void recordingTakesThePlaceOfWhatTheCatalogueSaysOfFullScale() {
        assertThat(html)
                .contains("<td data-column=\"Recorded\">With &lt;b&gt; it is .9."
                        + "<small>full scale, MNIST (real), 2 runs with 2 seeds, 2026-11-28, code 30e851a1c1c2, AMD EPYC, 2 cores</small>"
                        + "<small><b>1 of 1 mean lies &lt;outside&gt;.</b></small></td>")
                .doesNotContain("At full scale: Test accuracy .859");
        assertThat(SampleSummary.summary().table().csv())
                .contains("With <b> it is .9.,\"full scale, MNIST (real), 2 runs with 2 seeds, ");
    }

    @Test
    void textOfResultsIsEscaped() {
        assertThat(html)
                .contains("With &lt;b&gt; it is", "<h1>Five &lt;handouts&gt;</h1>")
                .doesNotContain("With <b>", "<handouts>");
    }

    @Test
    void handoutOfWhichNothingRanIsClosed() {
        assertThat(html.split("<details", -1)).hasSize(3).satisfies(parts -> assertThat(parts[1])
                .startsWith(" open><summary>1 · "));
        Summary one = SampleSummary.summary();
        Summary notRun = new Summary(
                one.title(),
                one.run(),
                one.scale(),
                one.seed(),
                List.of(one.rows().get(1)));
        assertThat(new SummaryPage(notRun, new LastRuns.Difference(0, List.of())).html(Map.of()))
                .contains("<details><summary>1 · ");
    }

    @Test
    void everyPageSaysScaleAndDataAtItsHead() {
        assertThat(html.substring(0, html.indexOf("<main")))
                .contains(
                        "<span class=\"badge\">quick scale</span>",
                        "<span class=\"badge\">synthetic data</span>",
                        "<span class=\"badge\">seed 449</span>");
    }

    @Test
    void stripOfAHandoutCountsItsOutcomesWithFullScaleApart() {
        assertThat(html)
                .contains("<i class=\"is-passed\" style=\"flex:1\" title=\"1 passed\">1</i>")
                .contains("<i class=\"is-shown-at-full-scale-only\" style=\"flex:1\"")
                .contains("<span>0 passed, 1 shown at full scale only, 1 skipped, of 2</span>");
    }

    @Test
    void markdownHasARowARequirementAndEscapesWhatWouldEndACell() {
        String markdown = SampleSummary.page().markdown();

        assertThat(markdown.lines().filter(line -> line.startsWith("| ANN-") || line.startsWith("| DOGS-")))
                .hasSize(4);
        assertThat(markdown)
                .contains("| With \\<b\\> it is .021 \\| .03. | mean absolute difference: 0.021 (≤ 0.03) |"
                        + " exact, statistical | synthetic | 1.3 |")
                .contains("# Five \\<handouts\\>", "quick scale · synthetic data · seed 449");
    }

    @Test
    void differencesAreListed() {
        SummaryPage page = new SummaryPage(
                SampleSummary.summary(), new LastRuns.Difference(2, List.of("ANN-1.1: failed, before passed.")));

        assertThat(page.html(Map.of()))
                .contains("1 of 2 requirements that ran before", "<li>ANN-1.1: failed, before passed.</li>");
        assertThat(page.markdown()).contains("\n- ANN-1.1: failed, before passed.");
        assertThat(SummaryPage.inWords(new LastRuns.Difference(2, List.of()))).startsWith("Nothing differs");
        assertThat(SummaryPage.inWords(new LastRuns.Difference(0, List.of()))).startsWith("No requirement of this run");
    }
}
