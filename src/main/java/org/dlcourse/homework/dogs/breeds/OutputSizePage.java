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
        OutputSizeTables tables = new OutputSizeTables(sizes);
        answer(evidence);
        evidence.figure(sizes.asked().figure());
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
                        + " for each image and filter. Along each axis the padding p comes on both sides of the n pixels; a kernel of k"
                        + " weights with dilation d spans d (k - 1) + 1 of them; it fits once at the start, and once more for"
                        + " each whole stride s that is left.");
        evidence.answer(
                "And the batch and the channels?",
                "The 16 images of the batch stay 16. The output has one channel a filter, and the number of filters is not"
                        + " given: it is free. The three channels of the input are summed up by each filter and do not show"
                        + " in the output. So the output is 16 x filters x " + size
                        + "; if by its 3 channels the layer's filters are meant, 16 x 3 x " + size + ".");
        evidence.answer(
                "What is wrong with the answer that the handout came with?",
                "Its 17 and 23 are right. Its 3 is the number of channels that go in, taken for that which comes out, and the"
                        + " batch is missing. No max pooling is part of it: the question has none, and a pooling of 2 x 2 would"
                        + " leave 8 x 11. Nor has a filter the size 3 x 32 x 32, which is an image's: it has 3 x 8 x 4 weights."
                        + " Notes beside it take 7 from 40 and 3 from 48: k - 1 is right where places are counted with a stride"
                        + " of 1, but with a stride the 1 must be added after the division.");
        evidence.answer(
                "Does the question tell a right solution from wrong ones?",
                String.format(
                        "Not from all: with its numbers nothing is left over and nothing is dilated, so that %d of the %d known"
                                + " mistakes give %s too. Random settings tell them all apart.",
                        sizes.mistakesThatPass(),
                        ConvolutionOutputSizeMistakes.all().size(),
                        size));
    }

    /** The checks of the solution, and the table of known mistakes with its own. */
    void check(Evidence evidence) {
        Size size = sizes.size();
        evidence.check(
                "height of the output", size.height(), Bound.exactly(17), EvidenceKind.EXACT, "the requirement's");
        evidence.check("width of the output", size.width(), Bound.exactly(23), EvidenceKind.EXACT, "the requirement's");
        checkNone(
                evidence,
                "the same: sizes other than 16 x " + OutputSizes.FILTERS + " x 17 x 23 of what a DL4J layer with "
                        + OutputSizes.FILTERS + " filters really puts out",
                sizes.unexpectedOfLayer());
        checkNone(
                evidence,
                sizes.random().size() + " random settings: sizes other than DL4J's, configured",
                sizes.differingFromConfigured());
        checkNone(evidence, "the same: sizes other than those that DL4J's layers put out", sizes.differingFromLayers());
        checkNone(evidence, "the same: sizes other than of places counted one by one", sizes.differingFromCounted());
        checkNone(
                evidence,
                sizes.tooLarge().size() + " random settings whose kernel does not fit: those that are not refused",
                sizes.notRefused());
        sizes.mistakes().prove(evidence, "on " + sizes.random().size() + " random settings");
    }

    private static void checkNone(Evidence evidence, String what, int measured) {
        evidence.check(what, measured, Bound.exactly(0), EvidenceKind.EXACT, "whole numbers");
    }
}
