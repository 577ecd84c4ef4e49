package org.dlcourse.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A data set that requirements use.
 *
 * @param name for people
 * @param entries names of folders and files, any of which it may be
 * @param isPublic whether it is downloaded at full scale
 * @param search finds it in the folder of all data sets, whole or not
 */
record KnownDataSet(String name, List<String> entries, boolean isPublic, Function<Path, Optional<Path>> search) {
    static final List<KnownDataSet> ALL = List.of(
            new KnownDataSet("CIFAR-10", Cifar10Location.names(), true, data -> Cifar10Location.find(data)
                    .map(Cifar10Location::path)),
            new KnownDataSet("MNIST", List.of(MnistIdx.FOLDER), true, MnistIdx::find),
            ofFolder("DogSet", DogSetFolder.FOLDER),
            ofFolder("arrays of the convolution exercise", DataFolder.CONVOLUTION_EXERCISE));

    private static KnownDataSet ofFolder(String name, String folder) {
        return new KnownDataSet(name, List.of(folder), false, data -> DataFolder.folder(data, folder));
    }

    /**
     * Where the set is.
     *
     * @throws DataException if there is something of nearly its name in place of it
     */
    Optional<Path> in(Path data) {
        return search.apply(data);
    }

    /** Names of all entries of all sets. */
    static List<String> allEntries() {
        return ALL.stream().flatMap(set -> set.entries().stream()).toList();
    }
}
