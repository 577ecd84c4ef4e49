package org.dlcourse.homework.dogs.breeds;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.util.Sha256;

/**
 * Properties of a set of images, computed from its pixels.
 *
 * @param images images as read
 */
record DogSetFacts(PartitionedImages images) {
    /** The fraction of coloured pixels above which images count as coloured. */
    static final double MIN_COLOURED = .5;

    private Stream<LabelledImages> partitions() {
        return Stream.of(images.training(), images.validation(), images.test());
    }

    /** The fraction of pixels whose red, green and blue values are not all equal. */
    double colouredPixels() {
        long coloured = 0;
        long all = 0;
        for (LabelledImages partition : partitions().toList()) {
            int plane = partition.height() * partition.width();
            for (int image = 0; image < partition.count(); image++) {
                int offset = image * partition.imageSize();
                for (int pixel = 0; pixel < plane; pixel++) {
                    byte red = partition.pixels()[offset + pixel];
                    boolean gray = red == partition.pixels()[offset + plane + pixel]
                            && red == partition.pixels()[offset + 2 * plane + pixel];
                    coloured += gray ? 0 : 1;
                    all++;
                }
            }
        }
        return (double) coloured / all;
    }

    /** Size and colours of the images, as an answer. */
    String sizeAndColours() {
        double coloured = colouredPixels();
        return String.format(
                Locale.ROOT,
                "%d x %d pixels with the channels red, green and blue. %s: the channels differ in %.1f %% of the pixels.",
                images.training().height(),
                images.training().width(),
                coloured > MIN_COLOURED ? "The images are coloured" : "Most pixels are gray",
                100 * coloured);
    }

    /** Whether validation and test images occur in the training set, as an answer. */
    String disjointness() {
        int leaked = leaked();
        return String.format(
                Locale.ROOT,
                "%d of the %,d validation and test images are also training images, byte by byte%s",
                leaked,
                images.validation().count() + images.test().count(),
                leaked == 0 ? "." : ". On these the accuracy does not measure generalisation.");
    }

    /** The number of validation and test images that are also training images, byte by byte. */
    int leaked() {
        Set<String> training = new HashSet<>(digests(images.training()));
        return (int) Stream.of(images.validation(), images.test())
                .flatMap(partition -> digests(partition).stream())
                .filter(training::contains)
                .count();
    }

    private static List<String> digests(LabelledImages partition) {
        return IntStream.range(0, partition.count())
                .mapToObj(image -> new Sha256()
                        .add(Arrays.copyOfRange(
                                partition.pixels(), image * partition.imageSize(), (image + 1) * partition.imageSize()))
                        .hex())
                .toList();
    }

    /** The number of breeds without images in a partition, summed over the partitions. */
    int missingBreeds() {
        return partitions()
                .mapToInt(partition -> images.classes().size()
                        - (int) Arrays.stream(partition.labels()).distinct().count())
                .sum();
    }
}
