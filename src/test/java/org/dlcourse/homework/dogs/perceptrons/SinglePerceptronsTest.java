package org.dlcourse.homework.dogs.perceptrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;
import org.junit.jupiter.api.Test;

class SinglePerceptronsTest {
    @Test
    void contradictionsArePairsOfRowsWithEqualSumsAndDifferentValues() {
        for (int inputs = 1; inputs <= 4; inputs++) {
            for (BooleanFunction function : BooleanFunction.every(inputs)) {
                Contradiction.of(function).ifPresent(rows -> {
                    assertThat(function.value(rows.one1()) && function.value(rows.one2()))
                            .isTrue();
                    assertThat(function.value(rows.zero1()) || function.value(rows.zero2()))
                            .isFalse();
                    assertThat(sums(function, rows.one1(), rows.one2()))
                            .isEqualTo(sums(function, rows.zero1(), rows.zero2()));
                });
            }
        }
        assertThat(Contradiction.of(XOR).orElseThrow().equation(XOR)).isEqualTo("01 + 10 = 00 + 11");
    }

    private static int[] sums(BooleanFunction function, int row, int other) {
        boolean[] point = function.point(row);
        boolean[] second = function.point(other);
        return IntStream.range(0, point.length)
                .map(i -> (point[i] ? 1 : 0) + (second[i] ? 1 : 0))
                .toArray();
    }

    @Test
    void perceptronsThatAreFoundComputeTheirFunctions() {
        SinglePerceptrons single = SinglePerceptrons.search(3);

        assertThat(single.found()).hasSize(104);
        single.found().forEach((number, perceptron) -> assertThat(new PerceptronNetwork(3, List.of(List.of(perceptron)))
                        .wrongRows(BooleanFunction.numbered(3, number)))
                .isZero());
    }
}
