package org.dlcourse.dataset.mnist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.DataEntry;
import org.dlcourse.dataset.file.DataFile;
import org.dlcourse.dataset.file.FolderListing;

/**
 * Reads MNIST's four {@linkplain IdxArray IDX files}: 28x28 gray images of digits and their labels.
 *
 * <p>How many images there are is what the files say; a subset is read as it is. Where the files are and what they are called
 * is what {@link MnistFiles} knows.
 */
public final class MnistIdx {
    /** The folder of the data set. */
    public static final String FOLDER = "MNIST";

    public static final int SIDE = 28;
    public static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    /** Five times MNIST's largest file, unpacked. */
    private static final int MOST_BYTES = 256 << 20;

    private final MnistFiles files;

    /** Reads the files in this folder, or in {@code raw} within it. */
    public MnistIdx(Path folder) {
        files = new MnistFiles(folder);
    }

    /**
     * Where the set is among all data sets, whole or not; what a download left that broke off is none.
     *
     * @throws DataException if there is something of nearly its name, or {@value MnistFiles#NUMPY}, in place of it
     */
    public static Optional<Path> find(Path data) {
        Optional<Path> folder = DataEntry.folder(data, FOLDER).filter(found -> !DataEntry.isLeftBehind(found));
        if (folder.isPresent()) {
            new MnistFiles(folder.get()).checkNotNumpy();
        } else {
            MnistFiles.checkNotNumpy(FolderListing.of(data));
        }
        return folder;
    }

    /**
     * Reads all four files.
     *
     * @throws DataException if a file is missing, damaged or of another kind, images are not 28x28, images and labels differ
     *     in number, or a label is above 9
     */
    public ImageDataset read() {
        return new ImageDataset(FOLDER, ImageDataset.Origin.REAL, CLASSES, read("train"), read("t10k"));
    }

    private LabelledImages read(String part) {
        DataFile imageFile = file(part + "-images-idx3-ubyte");
        DataFile labelFile = file(part + "-labels-idx1-ubyte");
        IdxArray images = IdxArray.of(imageFile, 3);
        if (images.lengths()[1] != SIDE || images.lengths()[2] != SIDE) {
            throw imageFile.refused(
                    "has images of %dx%d pixels; expected %dx%d. It is another data set's, or damaged.",
                    images.lengths()[1], images.lengths()[2], SIDE, SIDE);
        }
        IdxArray labels = IdxArray.of(labelFile, 1);
        if (labels.lengths()[0] != images.lengths()[0]) {
            throw imageFile.refused(
                    "has %,d images, and %s has %,d labels: they do not belong together. Take both from one place.",
                    images.lengths()[0], labelFile.name(), labels.lengths()[0]);
        }
        return new LabelledImages(images.bytes(), classNumbers(labelFile, labels.bytes()), 1, SIDE, SIDE);
    }

    private DataFile file(String name) {
        return DataFile.read(FOLDER, files.file(name), MOST_BYTES).unpacked(MOST_BYTES);
    }

    private static int[] classNumbers(DataFile file, byte[] bytes) {
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[i] & 0xff;
            if (labels[i] >= CLASSES.size()) {
                throw file.refused(
                        "has label %d for image %,d; expected 0 to %d. It is damaged or another file: get it again.",
                        labels[i], i, CLASSES.size() - 1);
            }
        }
        return labels;
    }
}
