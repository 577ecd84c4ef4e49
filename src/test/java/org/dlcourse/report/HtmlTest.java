package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    void columnsOfNumbersAreAlignedRight() {
        String html = Html.table(new DataTable("t", List.of("name", "n"), List.of(List.of("x", 1234))));

        assertThat(html).contains("text-align:left", "text-align:right", ">1,234<");
    }
}
