package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-4: three images of one breed that are hard to classify.
 *
 * @param hard hard and easy images
 * @param others runs of the networks that did not choose them
 * @param chance accuracy that guessing stays below
 * @param data description of the training data
 * @param isSynthetic whether the images are drawn
 */
record HardImagesPage(HardImages hard, List<Run> others, double chance, String data, boolean isSynthetic) {
    /** With five networks, agreement by chance has a probability of 1/32, below .05. */
    private static final int FEWEST_FOR_SIGN_TEST = 5;

    static HardImagesPage of(DogNetworks.Result result) {
        DogImages.Prepared prepared = result.images();
        Run best = result.best();
        return new HardImagesPage(
                HardImages.of(prepared.images().test(), prepared.images().classes(), best),
                result.runs().stream().filter(run -> run != best).toList(),
                new DogAnswers(result).chance(),
                prepared.data().description(),
                prepared.images().origin() == Origin.SYNTHETIC);
    }

    void show(Evidence evidence) {
        HardImagesFigure figure = new HardImagesFigure(hard, data, isSynthetic);
        evidence.conclusion(conclusion());
        evidence.data(data);
        evidence.answer("Why may these three be hard?", new HardImagesAnswer(hard).why());
        evidence.figure(figure.figure());
        evidence.table(figure.table());
        evidence.table(otherNetworks());
    }

    private String conclusion() {
        return String.format(
                Locale.ROOT,
                "Of the %d images of the breed %s the three hard ones have a mean loss of %.2f nats and the three easy ones of %.2f; %d of %d"
                        + " other networks also have a larger loss on the hard ones.",
                hard.ofBreed(),
                hard.classes().get(hard.breed()),
                hard.meanLoss(hard.run(), hard.hardest()),
                hard.meanLoss(hard.run(), hard.easiest()),
                agreeing(),
                others.size());
    }

    /** The number of other networks whose mean loss is larger on the hard images than on the easy ones. */
    private long agreeing() {
        return others.stream()
                .filter(run -> hard.meanLoss(run, hard.hardest()) > hard.meanLoss(run, hard.easiest()))
                .count();
    }

    private DataTable otherNetworks() {
        return new DataTable(
                "Mean loss of the other networks on the same images",
                List.of("Network", "Seed", "Hard images / nats", "Easy images / nats"),
                others.stream()
                        .map(run -> List.<Object>of(
                                run.request().plan().architecture().name(),
                                Long.toString(run.request().seed()),
                                hard.meanLoss(run, hard.hardest()),
                                hard.meanLoss(run, hard.easiest())))
                        .toList());
    }

    void check(Evidence evidence) {
        evidence.check(
                "test accuracy of the network that chooses the images",
                hard.run().result().testAccuracy(),
                Bound.above(chance),
                EvidenceKind.STATISTICAL,
                "three standard errors above the most frequent breed: the losses of a network that has learnt nothing show"
                        + " nothing about the images");
        evidence.check(
                "largest rank by loss of a hard image among the " + hard.ofBreed() + " images of the breed",
                hard.hardest().stream().mapToInt(hard::rank).max().orElseThrow(),
                Bound.atMost(HardImages.COUNT),
                EvidenceKind.EXACT,
                "hard images are those with the lowest probability of the true breed; rank 1 is the largest loss");
        evidence.check(
                "smallest loss of a hard image minus that of guessing with equal probabilities, in nats",
                hard.hardest().stream()
                                .mapToDouble(HardImages.Prediction::loss)
                                .min()
                                .orElseThrow()
                        - Math.log(hard.classes().size()),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the network gives the true breed a lower probability than guessing would");
        evidence.check(
                "hard images that are classified correctly",
                hard.hardest().stream().filter(hard::isCorrect).count(),
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "a hard image is misclassified");
        evidence.check(
                "easy images that are classified correctly",
                hard.easiest().stream().filter(hard::isCorrect).count(),
                Bound.exactly(HardImages.COUNT),
                EvidenceKind.STATISTICAL,
                "the network has learnt the breed, so that the hard images are exceptions");
        if (others.size() >= FEWEST_FOR_SIGN_TEST) {
            evidence.check(
                    "other networks with a larger mean loss on the hard images than on the easy ones",
                    agreeing(),
                    Bound.exactly(others.size()),
                    EvidenceKind.STATISTICAL,
                    String.format(
                            Locale.ROOT,
                            "sign test: if the images were hard for one network only, all %d would agree with probability %.3f",
                            others.size(),
                            Math.scalb(1.0, -others.size())));
        }
    }
}
