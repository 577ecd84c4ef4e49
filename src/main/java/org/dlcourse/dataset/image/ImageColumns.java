package org.dlcourse.dataset.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a table of images; letter case does not matter.
 *
 * @param image the image's file
 * @param className the name of its class
 * @param partition what the image is for, where the table says that
 */
public record ImageColumns(String image, String className, Optional<String> partition) {
    List<String> names() {
        return Stream.concat(Stream.of(image, className), partition.stream()).toList();
    }
}
