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
 * What is true of a set of images, pixel by pixel.
 *
 * @param images as read
 */
record DogSetFacts(PartitionedImages images) {
    /** The fraction of pixels with colour above which images count as coloured. */
    static final double LEAST_COLOUR = .5;

    private Stream<LabelledImages> partitions() {
        return Stream.of(images.training(), images.validation(), images.test());
    }

    /** Part of the pixels whose red, green and blue differ. */
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

    /** Size and colours, in words that follow from the pixels. */
    String sizeAndColours() {
        double coloured = colouredPixels();
        return String.format(
                Locale.ROOT,
                "%d x %d pixels of red, green and blue. %s: in %.1f %% of the pixels the three differ.",
                images.training().height(),
                images.training().width(),
                coloured > LEAST_COLOUR
                        ? "They are coloured, not gray pictures in three channels"
                        : "Most of what they show is gray, in three channels",
                100 * coloured);
    }

    /** Whether the partitions share images, in words that follow from the pixels. */
    String separation() {
        int leaked = leaked();
        return String.format(
                Locale.ROOT,
                "%d of the %,d validation and test images are, byte by byte, among the training images%s",
                leaked,
                images.validation().count() + images.test().count(),
                leaked == 0 ? "." : ": on those a network is judged by what it has learnt from.");
    }

    /** Images of the validation or test set that occur, byte by byte, among the training images. */
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

    /** Breeds that a partition lacks. */
    int missingBreeds() {
        return partitions()
                .mapToInt(partition -> images.classes().size()
                        - (int) Arrays.stream(partition.labels()).distinct().count())
                .sum();
    }
}
