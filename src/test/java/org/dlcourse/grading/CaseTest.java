package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyArray.ElementType;
import org.dlcourse.dataset.npy.NpyReader;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CaseTest {
    private static final Target TARGET = Target.function("f");

    @Test
    void stepsAreKeptInTheirOrder() {
        Case one = new Case(Target.ofClass("Conv1D"))
                .construct("layer", Argument.of(2), Argument.of(3), Argument.of(4), Argument.of(1))
                .set("layer", "b", Argument.of(Nd4j.zeros(3)))
                .method("layer", "forward", "output", Argument.of(Nd4j.rand(1, 2, 9)));
        assertThat(one.request().path("steps").size()).isEqualTo(3);
        assertThat(one.request().path("steps").findValuesAsText("do")).containsExactly("construct", "set", "method");
        assertThat(one.request().path("return").toString()).isEqualTo("[\"output\"]");
    }

    @Test
    void arraysKeepTypeShapeAndOrder() {
        INDArray columns =
                Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}}).dup('f');
        Case one = new Case(TARGET)
                .call("r", Argument.of(columns), Argument.of(columns.castTo(DataType.UINT8)), Argument.of(new int[] {
                    7, -8
                }));

        assertThat(array(one, "a0").shape()).containsExactly(2, 3);
        assertThat(array(one, "a0").doubles()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(array(one, "a1").elementType()).isEqualTo(ElementType.UINT8);
        assertThat(array(one, "a1").doubles()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(array(one, "a2").integers()).containsExactly(7, -8);
    }

    private static NpyArray array(Case one, String name) {
        return NpyReader.read(one.arrays().get(name), name);
    }

    @Test
    void casesWithOtherArraysOrNumbersHaveOtherDigests() {
        Case one = new Case(TARGET).call("r", Argument.of(Nd4j.createFromArray(1.0, 2.0)), Argument.of(.5));

        assertThat(one.sha256())
                .isEqualTo(new Case(TARGET)
                        .call("r", Argument.of(Nd4j.createFromArray(1.0, 2.0)), Argument.of(.5))
                        .sha256())
                .isNotEqualTo(new Case(TARGET)
                        .call("r", Argument.of(Nd4j.createFromArray(1.0, 3.0)), Argument.of(.5))
                        .sha256())
                .isNotEqualTo(new Case(TARGET)
                        .call("r", Argument.of(Nd4j.createFromArray(1.0, 2.0)), Argument.of(.25))
                        .sha256());
    }
}
