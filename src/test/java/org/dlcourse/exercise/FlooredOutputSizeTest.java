package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlcourse.exercise.ConvolutionOutputSize.Geometry;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.reference.FlooredOutputSize;
import org.junit.jupiter.api.Test;

class FlooredOutputSizeTest {
    private static final Size ONE = new Size(1, 1);
    private static final Size NONE = new Size(0, 0);

    private final ConvolutionOutputSize outputSize = new FlooredOutputSize();

    @Test
    void kernelOfThePaddedImagesSizeHasOnePositionWhateverTheStride() {
        assertThat(outputSize.output(new Size(5, 3), new Geometry(new Size(7, 3), new Size(4, 9), new Size(1, 0), ONE)))
                .isEqualTo(ONE);
    }

    @Test
    void kernelThatDoesNotFitIsAnErrorWithItsSpanAndThePaddedInput() {
        assertThatThrownBy(() -> outputSize.output(
                        new Size(9, 6), new Geometry(new Size(3, 4), ONE, new Size(0, 1), new Size(1, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Found a kernel that spans 10 pixels to the right and a padded input of 8; expected a kernel that"
                                + " fits. Take a smaller kernel or dilation, or more padding.");
        assertThat(outputSize.output(new Size(9, 8), new Geometry(new Size(3, 4), ONE, new Size(0, 1), new Size(1, 3))))
                .as("control: it fits into 10")
                .isEqualTo(new Size(7, 1));
    }

    @Test
    void numbersBelowTheirMinimumAreErrors() {
        for (Geometry wrong : new Geometry[] {
            new Geometry(NONE, ONE, NONE, ONE),
            new Geometry(ONE, NONE, NONE, ONE),
            new Geometry(ONE, ONE, new Size(0, -1), ONE),
            new Geometry(ONE, ONE, NONE, NONE)
        }) {
            assertThatThrownBy(() -> outputSize.output(new Size(4, 4), wrong))
                    .as("%s", wrong)
                    .hasMessageContaining("expected at least 1 of each, and a padding of at least 0");
        }
        assertThatThrownBy(() -> outputSize.output(NONE, new Geometry(ONE, ONE, ONE, ONE)))
                .hasMessageContaining("Found input 0, kernel 1, stride 1, padding 1 and dilation 1 down");
    }
}
