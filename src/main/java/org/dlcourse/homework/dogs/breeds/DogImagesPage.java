package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-3: what the set of dog images holds.
 *
 * @param prepared the images and what is learnt from
 */
record DogImagesPage(DogImages.Prepared prepared) {
    void show(Evidence evidence) {
        PartitionedImages images = prepared.images();
        DogSetFacts facts = new DogSetFacts(images);
        BreedFigure figure = new BreedFigure(images);
        evidence.data(prepared.data().description());
        evidence.answer(
                "How many images are in each partition, and of how many breeds?",
                String.format(
                        Locale.ROOT,
                        "%,d for training, %,d for validation and %,d for testing, of %d breeds, in %s. The course's own set has"
                                + " 7,665, 2,000 and 555 in 10 breeds.",
                        images.training().count(),
                        images.validation().count(),
                        images.test().count(),
                        images.classes().size(),
                        images.title()));
        evidence.answer("What are their size and colours?", facts.sizeAndColours());
        evidence.answer("Are the partitions apart?", facts.separation());
        evidence.figure(figure.examples());
        evidence.table(figure.counts());
    }

    void check(Evidence evidence) {
        PartitionedImages images = prepared.images();
        DogSetFacts facts = new DogSetFacts(images);
        evidence.check(
                "values of an image",
                images.training().imageSize(),
                Bound.exactly(3.0 * 64 * 64),
                EvidenceKind.EXACT,
                "64 x 64 pixels of three colours");
        evidence.check(
                "breeds",
                images.classes().size(),
                Bound.atLeast(2),
                EvidenceKind.EXACT,
                "fewer are nothing to tell apart; the handout's set has 10");
        evidence.check(
                "breeds that are missing in a partition",
                facts.missingBreeds(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "each network is trained, judged and tested on all");
        evidence.check(
                "part of the pixels with colour",
                facts.colouredPixels(),
                Bound.above(DogSetFacts.LEAST_COLOUR),
                EvidenceKind.EXACT,
                "a gray picture in three channels would have none");
    }
}
