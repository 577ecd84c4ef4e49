package org.dlcourse.dataset.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;

/**
 * Reads PNG and JPEG files of one size into one array.
 *
 * @param name of the data set, for errors
 * @param files at least one
 * @param labels the number of each file's class
 */
public record ImageStack(String name, List<Path> files, int[] labels) {
    private static final int CHANNELS = 3;
    /** The longest array that every virtual machine has. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /**
     * The images in the files' order; all must have the size of the first one.
     *
     * <p>They are gray if red, green and blue are equal in every pixel of every file, however the files store that. One pixel of
     * colour makes all of them colour images, so that gray files among colour ones get three equal channels.
     *
     * @return [images, 1 or 3, height, width]
     * @throws DataException if a file is no PNG or JPEG image or of another size, or all of them are too large for one array
     */
    public LabelledImages read() {
        LabelledImages colour = readColour(ColourImageFile.size(files.get(0)));
        return isGray(colour) ? gray(colour) : colour;
    }

    /**
     * The images in the files' order, as red, green and blue also where they are gray.
     *
     * @param size which all of them must have
     * @return [images, 3, height, width]
     * @throws DataException as {@link #read()} does
     */
    public LabelledImages readColour(ImageSize size) {
        int imageSize = checkedSize(size);
        byte[] pixels = new byte[files.size() * imageSize];
        IntStream.range(0, files.size()).parallel().forEach(i -> {
            byte[] planes = ColourImageFile.read(files.get(i), size);
            System.arraycopy(planes, 0, pixels, i * imageSize, imageSize);
        });
        return new LabelledImages(pixels, labels, CHANNELS, size.height(), size.width());
    }

    /** The bytes of one image, if all of them fit into one array. */
    private int checkedSize(ImageSize size) {
        long imageSize = (long) CHANNELS * size.height() * size.width();
        long bytes = imageSize * files.size();
        if (bytes > MOST_BYTES) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "The %,d images of %s with %dx%d pixels need %,d bytes; expected at most %,d. Scale the images"
                            + " down, or use fewer of them.",
                    files.size(),
                    name,
                    size.width(),
                    size.height(),
                    bytes,
                    MOST_BYTES));
        }
        return (int) imageSize;
    }

    private static boolean isGray(LabelledImages images) {
        byte[] pixels = images.pixels();
        int plane = images.height() * images.width();
        return IntStream.range(0, images.count() * CHANNELS)
                .filter(i -> i % CHANNELS > 0)
                .map(i -> i * plane)
                .allMatch(start -> Arrays.equals(pixels, start - plane, start, pixels, start, start + plane));
    }

    private static LabelledImages gray(LabelledImages images) {
        int plane = images.height() * images.width();
        byte[] pixels = new byte[images.count() * plane];
        for (int i = 0; i < images.count(); i++) {
            System.arraycopy(images.pixels(), i * CHANNELS * plane, pixels, i * plane, plane);
        }
        return new LabelledImages(pixels, images.labels(), 1, images.height(), images.width());
    }
}
