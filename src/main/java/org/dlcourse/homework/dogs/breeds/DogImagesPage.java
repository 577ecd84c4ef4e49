package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-3: the number, size and colours of the dog images.
 *
 * @param prepared images and data for training
 * @param files all images as read from files, and what these files hold
 */
record DogImagesPage(DogImages.Prepared prepared, DogSetFiles files) {
    void show(Evidence evidence) {
        PartitionedImages images = files.read();
        DogSetFacts facts = new DogSetFacts(images);
        evidence.conclusion(String.format(
                Locale.ROOT,
                "%s has %s of %d breeds, %d x %d pixels in colour; the files have the same counts, and %d of the validation and"
                        + " test images are also training images.",
                prepared.images().title(),
                counts(images),
                images.classes().size(),
                images.training().height(),
                images.training().width(),
                facts.leaked()));
        evidence.data(prepared.data().description());
        evidence.answer("How many images and breeds are in each partition?", numbers());
        evidence.answer("What are the size and the colours of the images?", facts.sizeAndColours());
        evidence.answer("Are the partitions disjoint?", facts.disjointness());
        evidence.figure(new BreedFigure(prepared.images()).examples());
        evidence.table(new BreedFigure(images).counts());
    }

    private String numbers() {
        boolean isSynthetic = prepared.images().origin() == Origin.SYNTHETIC;
        String used = counts(prepared.images());
        return String.format(
                Locale.ROOT,
                "%s of %d breeds, in %s. %sThe course's own data set has 7,665, 2,000 and 555 images of 10 breeds.",
                counts(files.read()),
                files.read().classes().size(),
                prepared.images().title(),
                isSynthetic
                        ? "The synthetic images were written to files as the course distributes its own, a table and a PNG file"
                                + " for each image, and read and counted there. "
                        : used.equals(counts(files.read())) ? "" : "Of these, quick scale uses " + used + ". ");
    }

    private static String counts(PartitionedImages images) {
        return String.format(
                Locale.ROOT,
                "%,d training, %,d validation and %,d test images",
                images.training().count(),
                images.validation().count(),
                images.test().count());
    }

    void check(Evidence evidence) {
        PartitionedImages images = files.read();
        DogSetFacts facts = new DogSetFacts(images);
        evidence.check(
                "breeds and partitions whose number of images is not that of the lines of dogs.csv, of "
                        + DogSetFiles.partitions(images).size()
                                * images.classes().size(),
                files.differences(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the lines are counted without the code that reads the data set");
        evidence.check(
                "images read",
                DogSetFiles.partitions(images).stream()
                        .mapToInt(LabelledImages::count)
                        .sum(),
                Bound.exactly(files.census().total()),
                EvidenceKind.EXACT,
                "lines of dogs.csv");
        evidence.check(
                "listed files that do not state a size of 64 x 64 pixels",
                files.census().otherFiles(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the size is read from each file");
        if (prepared.images().origin() == Origin.SYNTHETIC) {
            evidence.check(
                    "synthetic images that writing and reading changed",
                    files.changed(),
                    Bound.exactly(0),
                    EvidenceKind.EXACT,
                    "PNG keeps every bit, so that the files hold what the networks are trained on");
            evidence.check(
                    "validation and test images that are also training images",
                    facts.leaked(),
                    Bound.exactly(0),
                    EvidenceKind.EXACT,
                    "each image is drawn separately, with its own noise");
        }
        checkImages(evidence, images, facts);
    }

    private static void checkImages(Evidence evidence, PartitionedImages images, DogSetFacts facts) {
        evidence.check(
                "numbers in an image",
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
