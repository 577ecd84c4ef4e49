package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.exercise.reference.RowDetectors;
import org.junit.jupiter.api.Test;

class PerceptronNetworkTest {
    private static final Perceptron AND = new Perceptron(new int[] {1, 1}, 2);
    private static final Perceptron OR = new Perceptron(new int[] {1, 1}, 1);

    @Test
    void perceptronOutputsOneWhereItsSumReachesTheThreshold() {
        assertThat(AND.isOn(new boolean[] {true, true})).isTrue();
        assertThat(AND.isOn(new boolean[] {true, false})).isFalse();
        assertThat(OR.isOn(new boolean[] {false, true})).isTrue();
    }

    @Test
    void wrongRowsAreCountedAgainstTheTruthTable() {
        PerceptronNetwork and = new PerceptronNetwork(2, List.of(List.of(AND)));

        assertThat(and.wrongRows(BooleanFunction.numbered(2, 0b1000))).isZero();
        assertThat(and.wrongRows(BooleanFunction.parity(2)))
                .as("01, 10 and 11 of the exclusive or")
                .isEqualTo(3);
    }

    @Test
    void firstDigitIsTheFirstInput() {
        BooleanFunction function = BooleanFunction.numbered(3, 1 << 0b011);

        assertThat(function.rowsThatAre(true)).containsExactly(3);
        assertThat(function.digits(3)).isEqualTo("011");
        assertThat(function.point(3)).containsExactly(false, true, true);
        assertThat(function.number()).isEqualTo(8);
    }

    @Test
    void constantsNeedNoHiddenPerceptron() {
        for (boolean value : new boolean[] {false, true}) {
            BooleanFunction constant = new BooleanFunction(1, new boolean[] {value, value});
            PerceptronNetwork network = new RowDetectors().network(constant);

            assertThat(network.hiddenUnits()).isZero();
            assertThat(network.wrongRows(constant)).isZero();
        }
    }

    @Test
    void layersThatDoNotFitAreErrors() {
        assertThatThrownBy(() -> new PerceptronNetwork(3, List.of(List.of(AND))))
                .hasMessage("Found a perceptron with weights [1, 1] in layer 1; expected 3 weights, one for each of its"
                        + " inputs.");
        assertThatThrownBy(() -> new PerceptronNetwork(2, List.of(List.of(AND, OR))))
                .hasMessageContaining("Found 2 perceptrons at the end; expected a single perceptron");
        assertThatThrownBy(() -> new PerceptronNetwork(2, List.of())).hasMessageContaining("Found no layer at the end");
        assertThatThrownBy(() -> new BooleanFunction(2, new boolean[3]))
                .hasMessageContaining("Found 2 inputs and 3 values; expected from 1 to 16 inputs");
        assertThatThrownBy(() -> BooleanFunction.parity(7).number()).hasMessageContaining("expected at most 6");
    }
}
