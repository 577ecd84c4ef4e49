package org.dlcourse.homework.ann.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Part2ConvolutionByHandTest {
    private static final Path GOLDEN = Path.of("fixtures", "convolution2d");
    private static final int GOLDEN_CASES = 24;

    @Requirement("ANN-2.1")
    void convolutionByHandEqualsPytorchAndDl4j(Solutions solutions, CourseSettings settings, Evidence evidence) {
        Convolution2d convolution = solutions.of(Convolution2d.class, ShiftedSumConvolution2d::new);
        List<Convolution2dCase> cases = new ArrayList<>(golden());
        cases.addAll(Convolution2dCase.hidden(solutions.caseSeed()));
        ConvolutionPage page = new ConvolutionPage(convolution, cases, settings, solutions::precision);
        page.check(evidence);
        page.show(evidence);

        assertThat(cases).as("random shapes compared").hasSizeGreaterThanOrEqualTo(20);
        evidence.assertChecks();
        FilteredDigits digits = FilteredDigits.of(convolution, settings).get(0);
        ConvolutionInputs inputs = digits.inputs();
        assertThat(inputs.images().shape()).containsExactly(5, 1, 28, 28);
        assertThat(inputs.images().dataType()).isEqualTo(DataType.UINT8);
        assertThat(inputs.kernel().shape()).containsExactly(8, 1, 4, 4);
        assertThat(digits.output().shape()).as("shape of the output").containsExactly(5, 8, 25, 25);
    }

    @Requirement("ANN-2.2")
    void outputsOfOneKernelLookMoreAlikeThanOutputsOfOneImage(
            Solutions solutions, CourseSettings settings, Evidence evidence) {
        Convolution2d convolution = solutions.of(Convolution2d.class, ShiftedSumConvolution2d::new);
        TilePage page = new TilePage(FilteredDigits.of(convolution, settings), settings.seed());
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
    }

    private static List<Convolution2dCase> golden() {
        return IntStream.range(0, GOLDEN_CASES)
                .mapToObj(i -> new Convolution2dCase(
                        golden(i, "input"), golden(i, "kernel"), Optional.of(golden(i, "output"))))
                .toList();
    }

    private static INDArray golden(int number, String array) {
        return NpyReader.read(GOLDEN.resolve(String.format(Locale.ROOT, "%02d_%s.npy", number, array)))
                .toNd4j();
    }

    @Test
    void outputWithOneNaNDoesNotPass() {
        INDArray expected = golden(1, "output");
        INDArray actual = expected.dup('c');
        actual.putScalar(actual.length() / 2, Double.NaN);

        assertThat(ConvolutionComparison.relativeError(actual, expected) <= ConvolutionPage.TOLERANCE)
                .as("comparison of an output with one NaN in its middle")
                .isFalse();
    }

    @Test
    void outputOfAnotherShapeIsAnError() {
        assertThatThrownBy(() -> ConvolutionComparison.relativeError(Nd4j.zeros(2, 3), Nd4j.zeros(3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has shape [2, 3]; expected [3, 2]");
    }
}
