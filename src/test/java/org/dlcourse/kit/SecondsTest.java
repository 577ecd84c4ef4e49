package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.figure.DataTable;
import org.junit.jupiter.api.Test;

class SecondsTest {
    @Test
    void timesHaveTwoDigitsAndLongOnesAreWhole() {
        assertThat(List.of(.19934, 2.04, 41.7, 12_345.6))
                .extracting(seconds -> DataTable.readable(Seconds.rounded(seconds)))
                .containsExactly("0.20", "2.0", "42", "12346");
    }
}
