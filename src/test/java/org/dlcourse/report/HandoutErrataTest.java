package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HandoutErrataTest {
    @Test
    void headingsSkipNoLevel() {
        String html = new HandoutErrata(SampleSummary.summary().rows()).html();

        List<String> levels = Pattern.compile("<h([1-6])")
                .matcher(html)
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .toList();
        assertThat(levels).as("PDF/UA-1 forbids a gap").containsExactly("2", "3", "3");
    }
}
