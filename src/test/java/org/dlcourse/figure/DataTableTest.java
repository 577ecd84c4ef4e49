package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {
    @Test
    void csvKeepsAllDigitsAndQuotesCommasAndQuotes() {
        DataTable table =
                new DataTable("t", List.of("name", "value"), List.of(List.of("a, \"b\"", 1.0 / 3), List.of("c", 5)));

        assertThat(table.csv()).isEqualTo("name,value\r\n\"a, \"\"b\"\"\",0.3333333333333333\r\nc,5\r\n");
    }

    @Test
    void csvIsReadAsItWasWritten() {
        DataTable table = new DataTable("t", List.of("name", "value"), List.of(List.of("a, \"b\"\nc", "0.5")));

        assertThat(DataTable.ofCsv("t", table.csv())).isEqualTo(table);
    }

    @Test
    void readersSeeRoundedNumbers() {
        assertThat(DataTable.readable(33130)).isEqualTo("33,130");
        assertThat(DataTable.readable(0.40349)).isEqualTo("0.403");
        assertThat(DataTable.readable("mlp_1")).isEqualTo("mlp_1");
    }

    @Test
    void rowsMustBeAsLongAsTheColumns() {
        assertThatThrownBy(() -> new DataTable("t", List.of("a"), List.of(List.of(1, 2))))
                .hasMessage("A row of \"t\" has 2 cells for 1 columns.");
    }
}
