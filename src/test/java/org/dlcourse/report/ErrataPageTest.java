package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrataPageTest {
    @Test
    void eachErrorHasALinkToThePageThatProvesIt() {
        ErrataPage page = new ErrataPage(SampleSummary.summary());

        assertThat(page.html(Map.of("ANN-1.1", "1f")))
                .contains("<a href=\"#testresult/1f\"><b>ANN-1.1</b> ", "The handout says &lt;no&gt;.", "It is 0.021.");
        assertThat(SampleSummary.page().html(Map.of()))
                .as("the summary")
                .contains("<a href=\"#errata\">Errata</a>", "<a href=\"#errata\">2 errors in the handouts");
    }

    @Test
    void runThatProvesNoneHasNoList() {
        Summary one = SampleSummary.summary();
        Summary none = new Summary(
                one.title(),
                one.run(),
                one.scale(),
                one.seed(),
                List.of(one.rows().get(1)));

        assertThat(new ErrataPage(none).html(Map.of())).isEmpty();
        assertThat(new SummaryPage(none, new LastRuns.Difference(0, List.of())).html(Map.of()))
                .doesNotContain("errata");
    }
}
