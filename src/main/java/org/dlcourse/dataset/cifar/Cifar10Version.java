package org.dlcourse.dataset.cifar;

import java.util.List;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.DataFile;

/** The two versions of CIFAR-10 that are read: what their folders, archives and files are called, and how they are decoded. */
public enum Cifar10Version {
    /** Records of a label and pixels. */
    BINARY("cifar-10-batches-bin", "cifar-10-binary.tar.gz", ".bin"),
    /** What torchvision downloads: pickled dictionaries. */
    PYTHON("cifar-10-batches-py", "cifar-10-python.tar.gz", "");

    /** No batch of either version is as large: the largest has pixels as UTF-8, half of them two bytes. */
    private static final int MOST_BYTES = 64 << 20;

    private final String folder;
    private final String archive;
    private final String ending;

    Cifar10Version(String folder, String archive, String ending) {
        this.folder = folder;
        this.archive = archive;
        this.ending = ending;
    }

    /** The folder that the published archive unpacks to. */
    String folder() {
        return folder;
    }

    /** The published archive. */
    public String archive() {
        return archive;
    }

    /** Names of the files, in the order of {@link Cifar10Batches#NAMES}. */
    List<String> files() {
        return Cifar10Batches.NAMES.stream().map(name -> name + ending).toList();
    }

    /** Bytes that a batch may have. */
    int mostBytes() {
        return MOST_BYTES;
    }

    /**
     * The images of one batch.
     *
     * @throws DataException if it holds another number of images, or is of another kind
     */
    LabelledImages decode(DataFile file, int images) {
        return switch (this) {
            case BINARY -> Cifar10Binary.decode(file, images);
            case PYTHON -> Cifar10Python.decode(file, images);
        };
    }
}
