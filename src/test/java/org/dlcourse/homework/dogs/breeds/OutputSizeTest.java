package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Geometry;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.reference.FlooredOutputSize;
import org.dlcourse.grading.Solutions;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;

class OutputSizeTest {
    private final ConvolutionOutputSize outputSize = new FlooredOutputSize();

    @Requirement("DOGS-7")
    void outputSizeIsThatOfDl4jAndOfPositionsCountedOneByOne(
            CourseSettings settings, Solutions solutions, Evidence evidence) {
        OutputSizes sizes =
                OutputSizes.of(solutions.of(ConvolutionOutputSize.class, FlooredOutputSize::new), settings.seed());
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
        assertThat(new Dl4jOutputSize(ConvolutionSetting.ofHandout(), 3, 5).configured())
                .containsExactly(5, 17, 23);
        assertThat(ConvolutionSetting.random(300, 1))
                .allSatisfy(setting -> assertThat(new Dl4jOutputSize(setting, 3, OutputSizes.FILTERS).configured()[0])
                        .isEqualTo(OutputSizes.FILTERS));
    }

    @Test
    void positionsOfTheKernelAreThoseByHand() {
        // Down 5 + 2 pixels, weights 2 apart span 3: at 0, 2 and 4, none left over. Across 6 pixels: at 0 and 3, one
        // left over.
        ConvolutionSetting setting = new ConvolutionSetting(
                new Size(5, 6), new Geometry(new Size(2, 2), new Size(2, 3), new Size(1, 0), new Size(2, 1)));

        assertThat(setting.down().starts()).containsExactly(0, 2, 4);
        assertThat(setting.down().leftOver()).isZero();
        assertThat(setting.across().starts()).containsExactly(0, 3);
        assertThat(setting.across().leftOver()).isEqualTo(1);
        assertThat(setting.leavesPixelsOver()).isTrue();
        assertThat(setting.isDilated()).isTrue();
        assertThat(setting.isFilled()).isFalse();
    }

    @Test
    void causeOfAMistakeIsNamed() {
        ExerciseCheck<ConvolutionOutputSize> check =
                OutputSizes.of(outputSize, 1).check();

        assertThat(check.verdict(outputSize)).isEqualTo("right");
        for (Mistake<ConvolutionOutputSize> mistake : check.mistakes()) {
            assertThat(check.verdict(mistake.solution())).endsWith("Likely cause: " + mistake.cause());
        }
    }
}
