package org.dlcourse.dataset.cifar;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.DataEntry;

/**
 * Where CIFAR-10 is among the data sets, and in which form.
 *
 * @param path folder or archive
 * @param version of its files
 * @param isArchive whether it is an archive
 */
public record Cifar10Location(Path path, Cifar10Version version, boolean isArchive) {
    /** Names of folders and archives in the order in which they are looked for; the first is used. */
    public static List<String> names() {
        return Stream.concat(
                        Arrays.stream(Cifar10Version.values()).map(Cifar10Version::folder),
                        Arrays.stream(Cifar10Version.values()).map(Cifar10Version::archive))
                .toList();
    }

    /**
     * The first of {@link #names()} that is in the folder of all data sets, whole or not.
     *
     * @throws DataException if there is something of nearly such a name in place of it
     */
    public static Optional<Cifar10Location> find(Path data) {
        Stream<Optional<Cifar10Location>> folders = Arrays.stream(Cifar10Version.values())
                .map(version -> DataEntry.folder(data, version.folder())
                        .map(path -> new Cifar10Location(path, version, false)));
        Stream<Optional<Cifar10Location>> archives = Arrays.stream(Cifar10Version.values())
                .map(version ->
                        DataEntry.file(data, version.archive()).map(path -> new Cifar10Location(path, version, true)));
        return Stream.concat(folders, archives).flatMap(Optional::stream).findFirst();
    }

    /**
     * Reads all images.
     *
     * @throws DataException if a file is missing, damaged or of another kind
     */
    public ImageDataset read(int imagesPerBatch) {
        return isArchive
                ? new Cifar10Archive(path, version, imagesPerBatch).read()
                : new Cifar10Folder(path, version, imagesPerBatch).read();
    }
}
