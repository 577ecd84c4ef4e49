package org.dlcourse.homework.dogs.patterns;

import java.util.Locale;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-10: the synthetic patterns, and what distinguishes their classes.
 *
 * @param patterns patterns and data for training
 */
record PatternsPage(Patterns.Prepared patterns) {
    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The orientation alone classifies %.1f %% of the patterns correctly, the position alone %.1f %%.",
                100 * new EdgeClassifier(patterns.all().images()).accuracy(),
                100 * PositionClassifier.of(patterns.all()).accuracy()));
        evidence.data(patterns.data().description());
        evidence.answer(
                "What do the images of a class share, and what differs?",
                "They share the orientation of their edges, horizontal in one class and vertical in the other. The position, the"
                        + " size and the contrast of the pattern differ.");
        evidence.answer(
                "What must a classifier use?",
                String.format(
                        Locale.ROOT,
                        "The orientation, at any position. The position itself is uninformative: each has as many patterns of one"
                                + " class as of the other, and a classifier that only uses positions has an accuracy of"
                                + " %.3f.",
                        PositionClassifier.of(patterns.all()).accuracy()));
        evidence.figure(new PatternsFigure(patterns).figure());
    }

    void check(Evidence evidence) {
        int tested = patterns.all().images().count() / 2;
        double upper = ChanceLevel.upperEnd(2, tested);
        evidence.check(
                "accuracy of a classifier that only uses positions",
                PositionClassifier.of(patterns.all()).accuracy(),
                Bound.between(1 - upper, upper),
                EvidenceKind.STATISTICAL,
                "chance, plus or minus three standard errors, on " + String.format(Locale.ROOT, "%,d", tested)
                        + " images");
        evidence.check(
                "control: accuracy of the same classifier with one class moved below the other",
                PositionClassifier.ofSeparatedClasses(patterns.all()).accuracy(),
                Bound.above(upper),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance: the classifier must detect informative positions");
        evidence.check(
                "control: accuracy of a classifier by vertical and horizontal differences of neighbouring pixels",
                new EdgeClassifier(patterns.all().images()).accuracy(),
                Bound.above(.99),
                EvidenceKind.STATISTICAL,
                "the orientation distinguishes the classes without training");
    }
}
