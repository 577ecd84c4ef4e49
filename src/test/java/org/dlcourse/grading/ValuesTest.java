package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.dlcourse.grading.worker.Values;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ValuesTest {
    private record Pair(double number, List<int[]> lists) {}

    private interface Exercise {
        Pair solve(INDArray array, double x, DoubleUnaryOperator function, boolean[] truths, long whole);
    }

    private final Method solve = Exercise.class.getDeclaredMethods()[0];

    @Test
    void valuesThatAreReadEqualThoseThatWereWritten() {
        Values written = Values.toWrite();
        INDArray array = Nd4j.rand(DataType.DOUBLE, 2, 3).transpose();
        ArrayNode arguments =
                written.written(List.of(array, .1, (DoubleUnaryOperator) x -> 3 * x, new boolean[] {true, false}, 7L));
        Values read = new Values(written.arrays(), Nd4j::createNpyFromByteArray);

        assertThat(read.read(arguments.get(0), INDArray.class)).isEqualTo(array);
        assertThat(read.read(arguments.get(1), double.class)).isEqualTo(.1);
        DoubleUnaryOperator function = (DoubleUnaryOperator) read.read(arguments.get(2), DoubleUnaryOperator.class);
        assertThat(function.applyAsDouble(.1)).isEqualTo(3 * .1);
        assertThatThrownBy(() -> function.applyAsDouble(.2))
                .hasMessageContaining(
                        "asked for its value at 0.2; it is known at the numbers among the arguments alone");
        assertThat(read.read(arguments.get(3), boolean[].class)).isEqualTo(new boolean[] {true, false});
        assertThat(read.read(arguments.get(4), long.class)).isEqualTo(7L);
        Pair pair = new Pair(Double.NaN, List.of(new int[] {1, 2}, new int[0]));
        Pair back = (Pair) read.read(Values.toWrite().written(pair), solve.getGenericReturnType());
        assertThat(back.number()).isNaN();
        assertThat(back.lists()).usingRecursiveComparison().isEqualTo(pair.lists());
    }

    @Test
    void answerOfAnotherTypeIsAnError() throws Exception {
        Values read = new Values(Map.of(), Nd4j::createNpyFromByteArray);

        assertThatThrownBy(() -> read.read(new ObjectMapper().readTree("{\"text\": \"six\"}"), long.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Found {\"text\":\"six\"}; expected integer.");
        assertThatThrownBy(() -> read.read(new ObjectMapper().readTree("{\"array\": \"a0\"}"), INDArray.class))
                .hasMessageContaining("expected an array");
        assertThatThrownBy(() -> Values.toWrite().written(new Object()))
                .hasMessage("Found a java.lang.Object; expected numbers, arrays, lists or records of them.");
    }
}
