package org.dlcourse.homework.ann.convolution;

import java.util.List;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on rows and columns of a convolution's output.
 *
 * @param digits images of digits with the solution's output; the first are drawn
 * @param seed of the permutations
 */
record TilePage(List<FilteredDigits> digits, long seed) {
    void show(Evidence evidence) {
        digits.forEach(one -> evidence.data(one.description()));
        FilteredDigits shown = digits.get(0);
        TileAnswers answers = TileAnswers.of(shown);
        evidence.conclusion(answers.summary());
        evidence.answer(
                "Question 1: Why are convolutional networks important, and why are they used for images?",
                "The features of an image are local and can appear anywhere in it. A convolution layer processes small"
                        + " neighbourhoods with the same weights at every position: it needs few parameters, whatever the size"
                        + " of the image, and a feature that is learnt at one position is recognised at all positions. Deeper"
                        + " layers see larger neighbourhoods, so that features range from edges to parts of objects to whole"
                        + " objects.");
        evidence.answer(
                "Question 2: What is a kernel, and what do its sizes mean?",
                "A small array of weights that is placed at every position of the image; the output at that position is the"
                        + " sum of the products of weights and pixels. The sizes of the kernel array are filters x channels x"
                        + " height x width: the number of output channels, the number of input channels that are added up, and"
                        + " the size of the neighbourhood. Here: 8 x 1 x 4 x 4.");
        evidence.answer(
                "Question 3: What does the output image show?",
                "Five images, one per row, filtered with eight kernels, one per column. Each kernel responds to a feature of"
                        + " its own, such as edges in one direction: bright where the image has the feature, dark where it has"
                        + " the opposite. A tile has 28 - 4 + 1 = 25 pixels per side, since the kernel must lie within the"
                        + " image.");
        evidence.answer(
                "Question 4: Why do tiles of one column look alike, although their images differ?",
                answers.sameColumn());
        evidence.answer(
                "Question 5: Why do tiles of one row not look alike, although their image is the same?",
                answers.sameRow());
        evidence.answer("Question 6: What can be concluded about convolution layers?", answers.conclusion());
        evidence.figure(new ConvolutionFigure(shown.source(), shown.output()).figure());
        evidence.figure(new KernelFigure(shown.inputs()).figure());
        evidence.figure(new TileComparisonFigure(shown).distances());
        evidence.figure(new TileComparisonFigure(shown).correlations());
        evidence.table(table());
    }

    private DataTable table() {
        return new DataTable(
                "Means over pairs of tiles",
                List.of(
                        "Images and kernels",
                        "Same kernel: difference of gray values",
                        "Same image: difference of gray values",
                        "Same kernel: correlation",
                        "Same image: correlation",
                        "Same kernel: absolute correlation",
                        "Same image: absolute correlation"),
                digits.stream().map(TilePage::row).toList());
    }

    private static List<Object> row(FilteredDigits digits) {
        TileComparison distance = TileComparison.distance(digits.output());
        TileComparison correlation = TileComparison.correlation(digits.output());
        return List.of(
                digits.source(),
                distance.sameKernel(),
                distance.sameImage(),
                correlation.sameKernel(),
                correlation.sameImage(),
                correlation.absolute().sameKernel(),
                correlation.absolute().sameImage());
    }

    void check(Evidence evidence) {
        List<TileComparison> distances = digits.stream()
                .map(one -> TileComparison.distance(one.output()))
                .toList();
        evidence.check(
                "largest ratio of the mean differences of gray values, same kernel to same image, over " + digits.size()
                        + (digits.size() == 1 ? " picture" : " pictures"),
                distances.stream()
                        .mapToDouble(distance -> distance.sameKernel() / distance.sameImage())
                        .max()
                        .orElseThrow(),
                Bound.below(1),
                EvidenceKind.STATISTICAL,
                "below 1, tiles of one kernel look more alike than tiles of one image");
        evidence.check(
                "p-value of the difference of the two means",
                TileComparison.pValue(distances, seed),
                Bound.below(0.01),
                EvidenceKind.STATISTICAL,
                "permutation test: the tiles of each picture are rearranged at random 2,000 times");
    }
}
