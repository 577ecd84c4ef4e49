package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTitlesTest {
    @Test
    void partsWhoseOrderTheirTitlesShowKeepThem() {
        List<String> titles = List.of("Part 1: Basics", "part 2: A convolution");

        assertThat(titles.stream().map(title -> TreeTitles.of(titles, title))).containsExactlyElementsOf(titles);
    }

    @Test
    void otherPartsAreNumbered() {
        List<String> titles = List.of("Momentum by hand", "A convolution layer", "Competition");

        assertThat(titles.stream().map(title -> TreeTitles.of(titles, title)))
                .containsExactly("1 · Momentum by hand", "2 · A convolution layer", "3 · Competition");
    }

    @Test
    void numbersOfMoreThanNinePartsSortAsTheirTextsDo() {
        List<String> titles = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> "Part " + number)
                .toList();

        assertThat(titles.stream().map(title -> TreeTitles.of(titles, title)))
                .startsWith("01 · Part 1", "02 · Part 2")
                .isSorted();
    }

    @Test
    void fullStopInATitleMakesNoPackageOfItsOwn() {
        assertThat(TreeTitles.asPackage("1. Shapes", "Part 1.2").split("\\.")).hasSize(2);
    }
}
