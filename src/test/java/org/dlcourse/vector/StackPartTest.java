package org.dlcourse.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.cifar.ColourCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;

class StackPartTest {
    @Test
    void rowsAndColumnsThatNoPoolingCoversAreNotComputed() {
        assertThat(inputs(GrayCifarArchitectures.CNN_3))
                .containsExactly(
                        new Shape(1, 30, 30),
                        new Shape(16, 28, 28),
                        new Shape(8, 24, 24),
                        new Shape(8, 12, 12),
                        new Shape(16, 6, 6));
    }

    @Test
    void allRowsAndColumnsAreComputedWherePoolingsCoverThem() {
        assertThat(inputs(ColourCifarArchitectures.TUTORIAL))
                .containsExactly(
                        new Shape(3, 32, 32), new Shape(6, 28, 28), new Shape(6, 14, 14), new Shape(16, 10, 10));
    }

    private static List<Shape> inputs(Architecture architecture) {
        return StackPart.of(architecture).stream().map(StackPart::input).toList();
    }
}
