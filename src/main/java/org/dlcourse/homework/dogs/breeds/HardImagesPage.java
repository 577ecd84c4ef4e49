package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-4: three images of one breed that are hard to classify.
 *
 * @param hard the images, with easy ones
 * @param data what the network has learnt from, in words
 */
record HardImagesPage(HardImages hard, String data) {
    static HardImagesPage of(DogNetworks.Result result) {
        DogImages.Prepared prepared = result.images();
        return new HardImagesPage(
                HardImages.of(prepared.images().test(), prepared.images().classes(), result.best()),
                prepared.data().description());
    }

    void show(Evidence evidence) {
        HardImagesFigure figure = new HardImagesFigure(hard, data);
        evidence.data(data);
        evidence.answer("Why may these three be hard?", new HardImagesAnswer(hard).why());
        evidence.figure(figure.figure());
        evidence.table(figure.table());
    }

    void check(Evidence evidence) {
        evidence.check("hard images", hard.hardest().size(), Bound.exactly(3), EvidenceKind.EXACT, "the handout's");
        evidence.check(
                "other test images of the breed whose right class gets less than the third hard one's",
                hard.harderOthers(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "counted from the network's outputs: hard is what the network finds hard");
        int wrong = hard.misclassified();
        evidence.check(
                "hard images that are classified right",
                hard.hardest().stream().filter(hard::isRight).count(),
                Bound.atMost(Math.max(0, 3 - wrong)),
                EvidenceKind.STATISTICAL,
                wrong < 3
                        ? "only " + wrong + " of the breed's test images are classified wrong"
                        : "the three worst of the breed that the network knows least");
    }
}
