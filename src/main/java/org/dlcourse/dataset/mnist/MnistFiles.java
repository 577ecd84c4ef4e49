package org.dlcourse.dataset.mnist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.FolderListing;

/**
 * Finds MNIST's four files where they usually are: in the folder {@code raw} or beside it, each perhaps in a folder of its own name,
 * with a dot or a dash before {@code idx}, packed or not, in any letter case.
 */
public final class MnistFiles {
    /** The folder in which torchvision puts them. */
    static final String RAW = "raw";
    /** The whole set as NumPy's arrays, as Keras downloads it. */
    static final String NUMPY = "mnist.npz";

    private static final List<String> NAMES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    private static final List<String> ENDINGS = List.of("", ".gz");

    private final Path folder;
    private final List<FolderListing> places;

    /** Looks in this folder of the data set. */
    public MnistFiles(Path folder) {
        this.folder = folder;
        this.places = FolderListing.withNested(folder).stream()
                .flatMap(place -> Stream.concat(
                        raw(place).stream().flatMap(raw -> FolderListing.withNested(raw).stream()), Stream.of(place)))
                .map(FolderListing::of)
                .toList();
    }

    private static Optional<Path> raw(Path place) {
        return FolderListing.of(place).find(RAW).filter(Files::isDirectory);
    }

    /** Whether there is any of the four files, or the folder for them. */
    public boolean areThere() {
        return place().isPresent() || raw(folder).isPresent();
    }

    /**
     * The file that is published under this name. All are taken from the first place that has any.
     *
     * @throws DataException if it is missing
     */
    Path file(String name) {
        return place().flatMap(place -> find(place, name)).orElseThrow(() -> missing(name));
    }

    private Optional<FolderListing> place() {
        return places.stream()
                .filter(place ->
                        NAMES.stream().anyMatch(name -> find(place, name).isPresent()))
                .findFirst();
    }

    /** The file in a place, or in a folder of its name there. */
    private static Optional<Path> find(FolderListing place, String name) {
        return entries(place, name)
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry),
                        Files.isDirectory(entry) ? entries(FolderListing.of(entry), name) : Stream.empty()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** What has a name of the file, the unpacked ones first. */
    private static Stream<Path> entries(FolderListing place, String name) {
        return ENDINGS.stream()
                .flatMap(ending -> Stream.of(name + ending, name.replace("-idx", ".idx") + ending))
                .flatMap(file -> place.find(file).stream());
    }

    private DataException missing(String name) {
        FolderListing place =
                place().orElseGet(() -> FolderListing.of(raw(folder).orElse(folder)));
        return new DataException("MNIST's file " + place.folder().resolve(name).toAbsolutePath()
                + " is missing, and so is " + name + ".gz; found " + place
                + ". Put the four files there, as published or unpacked.");
    }

    /**
     * Makes sure that {@value #NUMPY} is not there in place of the four files.
     *
     * @throws DataException if it is
     */
    void checkNotNumpy() {
        if (place().isEmpty()) {
            places.forEach(MnistFiles::checkNotNumpy);
        }
    }

    /** The same of one folder where none of the four files is. */
    static void checkNotNumpy(FolderListing listing) {
        listing.find(NUMPY).ifPresent(file -> {
            throw new DataException(file.toAbsolutePath() + " is MNIST in NumPy's form, which is not read here."
                    + " Download the four IDX files, or make them from it in that folder:\n    python3 -c \""
                    + "import numpy, struct; d = numpy.load('" + NUMPY + "');"
                    + " [open(f'{p}-{k}-idx{a.ndim}-ubyte', 'wb').write(struct.pack(f'>{a.ndim + 1}I', 0x800 + a.ndim, *a.shape)"
                    + " + a.astype('u1').tobytes()) for p, s in (('train', 'train'), ('t10k', 'test'))"
                    + " for k, a in (('images', d['x_' + s]), ('labels', d['y_' + s]))]\"\n"
                    + "and put them into " + MnistIdx.FOLDER + "/" + RAW + " below the folder of all data sets.");
        });
    }
}
