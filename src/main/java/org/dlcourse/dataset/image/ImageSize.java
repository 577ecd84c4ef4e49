package org.dlcourse.dataset.image;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How many pixels an image has.
 *
 * @param height pixels
 * @param width pixels
 * @param file the image that has this size, where others must have the same one
 */
public record ImageSize(int height, int width, Optional<Path> file) {
    /** A size that is known beforehand. */
    public ImageSize(int height, int width) {
        this(height, width, Optional.empty());
    }

    /** Width x height, and whose size it is. */
    @Override
    public String toString() {
        return width + "x" + height
                + file.map(path -> ", which is the size of " + path.toAbsolutePath()
                                + ". Resize one of them, or remove it")
                        .orElse("");
    }
}
