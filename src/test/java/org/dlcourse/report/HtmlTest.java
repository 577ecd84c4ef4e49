package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dlcourse.figure.DataTable;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textIsShownAndNotInterpreted() {
        assertThat(Html.paragraph("a < b & \"c\" <script>"))
                .contains("a &lt; b &amp; &quot;c&quot; &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void tableOfMoreThanTenRowsIsFolded() {
        assertThat(Html.table(rows(10))).doesNotContain("<details");
        assertThat(Html.table(rows(11))).startsWith("<details style").contains(">11 rows</summary>", "<td");
    }

    @Test
    void foldedChecksAreOpenIfOneDoesNotHold() {
        assertThat(Html.checks(Collections.nCopies(11, check(1)), false))
                .contains("<details style", "11 bounds, of which all hold");
        List<Check> broken = new ArrayList<>(Collections.nCopies(11, check(1)));
        broken.add(check(3));
        assertThat(Html.checks(broken, false)).contains("<details open", "12 bounds, of which 11 hold");
    }

    private static Check check(double measured) {
        return new Check("", "a", measured, Bound.atMost(2), EvidenceKind.EXACT, "because");
    }

    private static DataTable rows(int count) {
        return new DataTable("t", List.of("n"), Collections.nCopies(count, List.of(1)));
    }

    @Test
    void columnsOfNumbersAreAlignedRight() {
        String html = Html.table(new DataTable("t", List.of("name", "n"), List.of(List.of("x", 1234))));

        assertThat(html).contains("text-align:left", "text-align:right", ">1,234<");
    }
}
