package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.mistake.ConvolutionOutputSizeMistakes;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-7: the output size of a convolution.
 *
 * @param sizes by the solution and by DL4J
 */
record OutputSizePage(OutputSizes sizes) {
    void show(Evidence evidence) {
        evidence.conclusion("The output of the handout's convolution has " + sizes.size() + " pixels; of "
                + sizes.random().size() + " random settings the formula gives the size of DL4J's layers in "
                + (sizes.random().size() - sizes.differingFromLayers()) + ".");
        OutputSizeTables tables = new OutputSizeTables(sizes);
        answer(evidence);
        evidence.figure(new KernelPositionsFigure(sizes.asked()).figure());
        evidence.table(tables.mistakes());
        evidence.table(tables.kinds());
    }

    private void answer(Evidence evidence) {
        Size size = sizes.size();
        evidence.answer(
                "What is the size of the output?",
                new Formula(
                        "\\left\\lfloor \\frac{n + 2 p - d (k - 1) - 1}{s} \\right\\rfloor + 1: \\quad \\left\\lfloor"
                                + " \\frac{32 + 2 \\cdot 4 - 8}{2} \\right\\rfloor + 1 = 17, \\quad \\left\\lfloor \\frac{32 + 2"
                                + " \\cdot 8 - 4}{2} \\right\\rfloor + 1 = 23"),
                size
                        + " for each image and filter. Along each axis the padding p is added on both sides of the n pixels."
                        + " A kernel of k weights with dilation d spans d (k - 1) + 1 pixels. It has one position at the"
                        + " start, and one more for each whole stride s in the remaining pixels.");
        evidence.answer(
                "And the batch and the channels?",
                "The batch size remains 16. The output has one channel per filter, and the number of filters is not"
                        + " given. Each filter sums over the three channels of the input, which therefore do not appear in"
                        + " the output. So the output is 16 x filters x " + size
                        + "; if the question's 3 channels mean the filters of the layer, it is 16 x 3 x " + size + ".");
        evidence.erratum(
                "The published solution gives the size 3 x 17 x 23, with max pooling, and a filter of 3 x 32 x 32.",
                "Its 17 and 23 are correct. Its 3 is the number of input channels, not of output channels, and the"
                        + " batch of 16 is missing. It mentions max pooling, but the question has none, and pooling of 2 x 2"
                        + " would leave 8 x 11. It gives a filter the size 3 x 32 x 32, which is that of an image: a filter"
                        + " has 3 x 8 x 4 weights. Notes beside it subtract 7 from 40 and 3 from 48: subtracting k - 1 is"
                        + " correct for a stride of 1, but with a larger stride the 1 must be added after the division.");
        evidence.answer(
                "Does the question distinguish a correct solution from wrong ones?",
                String.format(
                        "Not from all: in its setting no pixel is left over and the kernel is not dilated, so that %d of"
                                + " the %d known mistakes give %s too. Random settings distinguish all of them.",
                        sizes.mistakesWithTheSameAnswer(),
                        ConvolutionOutputSizeMistakes.all().size(),
                        size));
    }

    /** The checks of the solution, and the table of known mistakes with its own. */
    void check(Evidence evidence) {
        Size size = sizes.size();
        evidence.check(
                "height of the output", size.height(), Bound.exactly(17), EvidenceKind.EXACT, "the handout's question");
        evidence.check(
                "width of the output", size.width(), Bound.exactly(23), EvidenceKind.EXACT, "the handout's question");
        checkNone(
                evidence,
                "the handout's batch: sizes other than 16 x " + OutputSizes.FILTERS
                        + " x 17 x 23 in the output of a DL4J layer with " + OutputSizes.FILTERS + " filters",
                sizes.unexpectedLayerSizes());
        checkNone(
                evidence,
                sizes.random().size() + " random settings: sizes other than those of DL4J's configuration",
                sizes.differingFromConfigured());
        evidence.keyCheck(
                sizes.random().size() + " random settings: sizes other than those of the output of DL4J's layers",
                sizes.differingFromLayers(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "integers are compared");
        checkNone(
                evidence,
                "the same settings: sizes other than the numbers of positions counted one by one",
                sizes.differingFromCounted());
        checkNone(
                evidence,
                sizes.tooLarge().size()
                        + " random settings whose kernel does not fit: those that the solution does not reject",
                sizes.notRejected());
        sizes.check()
                .check(
                        evidence,
                        "the same settings: largest error divided by the largest size",
                        sizes.solution(),
                        EvidenceKind.EXACT,
                        "integers are compared");
        sizes.check().prove(evidence, "on " + sizes.random().size() + " random settings");
    }

    private static void checkNone(Evidence evidence, String what, int measured) {
        evidence.check(what, measured, Bound.exactly(0), EvidenceKind.EXACT, "integers are compared");
    }
}
