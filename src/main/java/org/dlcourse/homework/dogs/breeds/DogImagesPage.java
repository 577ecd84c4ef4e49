package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-3: the number, size and colours of the dog images.
 *
 * @param prepared images and data for training
 */
record DogImagesPage(DogImages.Prepared prepared) {
    void show(Evidence evidence) {
        PartitionedImages images = prepared.images();
        DogSetFacts facts = new DogSetFacts(images);
        BreedFigure figure = new BreedFigure(images);
        evidence.conclusion(String.format(
                Locale.ROOT,
                "%s has %,d training, %,d validation and %,d test images of %d breeds, %d x %d pixels in colour; %d of them are"
                        + " both in the training set and in another one.",
                images.title(),
                images.training().count(),
                images.validation().count(),
                images.test().count(),
                images.classes().size(),
                images.training().height(),
                images.training().width(),
                facts.leaked()));
        evidence.data(prepared.data().description());
        evidence.answer(
                "How many images and breeds are in each partition?",
                String.format(
                        Locale.ROOT,
                        "%,d for training, %,d for validation and %,d for testing, of %d breeds, in %s. The course's own"
                                + " data set has 7,665, 2,000 and 555 images of 10 breeds.",
                        images.training().count(),
                        images.validation().count(),
                        images.test().count(),
                        images.classes().size(),
                        images.title()));
        evidence.answer("What are the size and the colours of the images?", facts.sizeAndColours());
        evidence.answer("Are the partitions disjoint?", facts.disjointness());
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
                "64 x 64 pixels with three colour channels");
        evidence.check(
                "breeds",
                images.classes().size(),
                Bound.atLeast(2),
                EvidenceKind.EXACT,
                "a classifier needs two classes; the handout's data set has 10");
        evidence.check(
                "breeds without images in a partition, summed over the partitions",
                facts.missingBreeds(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "each network is trained, validated and tested on all breeds");
        evidence.check(
                "fraction of coloured pixels",
                facts.colouredPixels(),
                Bound.above(DogSetFacts.MIN_COLOURED),
                EvidenceKind.EXACT,
                "gray images in three channels would have none");
    }
}
