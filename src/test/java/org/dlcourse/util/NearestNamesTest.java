package org.dlcourse.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
    private static final List<String> KNOWN = List.of("scale", "seed", "shapes");

    @ParameterizedTest
    @CsvSource({"sclae, scale", "SEED, seed", "sed, seed", "seeds, seed", "shape, shapes", "shale, scale"})
    void namesThatDifferInTheFewestLettersAreNearest(String name, String nearest) {
        assertThat(String.join(", ", NearestNames.of(name, KNOWN))).isEqualTo(nearest);
    }

    @Test
    void allThatAreEquallyNearAreGivenInTheirOrder() {
        assertThat(NearestNames.of("dogs-11", List.of("DOGS-12", "DOGS-1", "DOGS-10", "DOGS-2")))
                .containsExactly("DOGS-12", "DOGS-1", "DOGS-10");
    }

    @Test
    void nothingIsNearestAmongNoNames() {
        assertThat(NearestNames.of("scale", List.of())).isEmpty();
    }
}
