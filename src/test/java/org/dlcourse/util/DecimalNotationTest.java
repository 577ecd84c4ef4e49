package org.dlcourse.util;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalNotationTest {
    @ParameterizedTest
    @CsvSource({
        "1e-4, 0.0001",
        "1e-3, 0.001",
        "0.1, 0.1",
        "10, 10",
        "1.5e7, 15000000",
        "-2.5e-5, -0.000025",
        "1e-8, 0.00000001",
        "0, 0",
        "1e30, 1.0E30",
        "1e-12, 1.0E-12",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void exponentIsWrittenOnlyWhereDigitsWouldBeMany(double number, String text) {
        assertThat(DecimalNotation.of(number)).isEqualTo(text);
    }
}
