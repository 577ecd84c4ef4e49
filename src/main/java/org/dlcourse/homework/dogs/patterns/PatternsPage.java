package org.dlcourse.homework.dogs.patterns;

import java.util.Locale;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-10: the synthetic patterns, and what distinguishes their classes.
 *
 * @param patterns with what is learnt from them
 */
record PatternsPage(Patterns.Prepared patterns) {
    void show(Evidence evidence) {
        evidence.data(patterns.data().description());
        evidence.answer(
                "What do the images of a class share, and what differs?",
                "The orientation of their edges is the same, level in one class and upright in the other; where the pattern is,"
                        + " its length and its contrast differ from image to image.");
        evidence.answer(
                "What must a classifier rely on?",
                String.format(
                        Locale.ROOT,
                        "On orientation, wherever it finds it. Position says nothing: each position has as many patterns of one class"
                                + " as of the other, and a classifier that knows the positions and nothing else classifies %.3f"
                                + " right.",
                        PositionClassifier.of(patterns.all()).accuracy()));
        evidence.figure(new PatternsFigure(patterns).figure());
    }

    void check(Evidence evidence) {
        int tested = patterns.all().images().count() / 2;
        double upper = ChanceLevel.upperEnd(2, tested);
        evidence.check(
                "accuracy from the position alone",
                PositionClassifier.of(patterns.all()).accuracy(),
                Bound.between(1 - upper, upper),
                EvidenceKind.STATISTICAL,
                "three standard errors about chance on " + tested + " images");
        evidence.check(
                "control: accuracy from the position alone if one class lay below the other",
                PositionClassifier.ofClassesApart(patterns.all()).accuracy(),
                Bound.above(upper),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance: a position that tells something would be seen");
        evidence.check(
                "control: accuracy from the changes between neighbouring pixels, down against across",
                new EdgeClassifier(patterns.all().images()).accuracy(),
                Bound.above(.99),
                EvidenceKind.STATISTICAL,
                "orientation tells the classes apart, without any training");
    }
}
