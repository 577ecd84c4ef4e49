package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-4: three images of one breed that are hard to classify.
 *
 * @param hard hard and easy images
 * @param data description of the training data
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
        evidence.check(
                "hard images",
                hard.hardest().size(),
                Bound.exactly(3),
                EvidenceKind.EXACT,
                "the handout asks for three");
        evidence.check(
                "other test images of the breed with a lower probability of the true breed than the third hard image",
                hard.harderOthers(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "counted from the network's outputs: hard images are those with the lowest probability of the true breed");
        int misclassified = hard.misclassified();
        evidence.check(
                "hard images that are classified correctly",
                hard.hardest().stream().filter(hard::isCorrect).count(),
                Bound.atMost(Math.max(0, 3 - misclassified)),
                EvidenceKind.STATISTICAL,
                misclassified < 3
                        ? "only " + misclassified + " of the breed's test images are misclassified"
                        : "the breed has at least three misclassified test images");
    }
}
