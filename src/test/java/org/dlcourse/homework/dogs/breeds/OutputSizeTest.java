package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.ConvolutionOutputSize.Sliding;
import org.dlcourse.exercise.reference.FlooredOutputSize;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;

class OutputSizeTest {
    private final ConvolutionOutputSize outputSize = new FlooredOutputSize();

    @Requirement("DOGS-7")
    void outputSizeIsThatOfDl4jAndOfPlacesCountedOneByOne(CourseSettings settings, Evidence evidence) {
        OutputSizes sizes = OutputSizes.of(outputSize, settings.seed());
        OutputSizePage page = new OutputSizePage(sizes);
        page.show(evidence);
        page.check(evidence);
        assertThat(new OutputSizeTables(sizes).kinds().rows())
                .as("each kind of setting that hides or shows a mistake is among the random ones")
                .allSatisfy(row -> assertThat((int) row.get(1)).isGreaterThan(20));
        evidence.assertChecks();
    }

    @Test
    void configuredLayerHasAChannelForEachFilter() {
        assertThat(new Dl4jOutputSize(OutputSizeQuestion.ofHandout(), 3, 5).configured())
                .containsExactly(5, 17, 23);
    }

    @Test
    void placesAreWhereTheKernelLiesByHand() {
        // Down 5 + 2 pixels, weights 2 apart span 3: at 0, 2 and 4, nothing left. Across 6 pixels: at 0 and 3, one
        // left.
        OutputSizeQuestion question = new OutputSizeQuestion(
                new Size(5, 6), new Sliding(new Size(2, 2), new Size(2, 3), new Size(1, 0), new Size(2, 1)));

        assertThat(question.down().starts()).containsExactly(0, 2, 4);
        assertThat(question.down().leftOver()).isZero();
        assertThat(question.across().starts()).containsExactly(0, 3);
        assertThat(question.across().leftOver()).isEqualTo(1);
        assertThat(question.leavesPixelsOver()).isTrue();
        assertThat(question.isDilated()).isTrue();
        assertThat(question.isFilled()).isFalse();
    }

    @Test
    void mistakeIsNamed() {
        ExerciseCheck<ConvolutionOutputSize> mistakes =
                OutputSizes.of(outputSize, 1).mistakes();

        assertThat(mistakes.verdict(outputSize)).isEqualTo("right");
        for (Mistake<ConvolutionOutputSize> mistake : mistakes.mistakes()) {
            assertThat(mistakes.verdict(mistake.solution())).endsWith("Likely cause: " + mistake.cause());
        }
    }
}
