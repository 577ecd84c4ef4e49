package org.dlcourse.dataset.cifar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.DataFile;
import org.dlcourse.dataset.file.FolderListing;

/**
 * CIFAR-10 in a folder of six files, whose names may be in any letter case, or in a folder of its own name within it.
 *
 * @param folder which
 * @param version of the files
 * @param imagesPerBatch images in each
 */
record Cifar10Folder(Path folder, Cifar10Version version, int imagesPerBatch) {
    /**
     * Reads all six files.
     *
     * @throws DataException if one is missing, damaged or of another kind
     */
    ImageDataset read() {
        FolderListing listing = listing();
        List<String> names = version.files();
        Cifar10Batches batches = new Cifar10Batches(imagesPerBatch);
        for (int batch = 0; batch < names.size(); batch++) {
            Path file =
                    listing.find(names.get(batch)).filter(Files::isRegularFile).orElseThrow(() -> missing(listing));
            batches.put(batch, version.decode(DataFile.read("CIFAR-10", file, version.mostBytes()), imagesPerBatch));
        }
        return batches.dataset();
    }

    /** Of the folder that holds any of the files. */
    private FolderListing listing() {
        return FolderListing.withNested(folder).stream()
                .map(FolderListing::of)
                .filter(listing -> version.files().stream()
                        .anyMatch(name -> listing.find(name).isPresent()))
                .findFirst()
                .orElseGet(() -> FolderListing.of(folder));
    }

    private DataException missing(FolderListing listing) {
        String name = version.files().stream()
                .filter(file -> listing.find(file).filter(Files::isRegularFile).isEmpty())
                .findFirst()
                .orElseThrow();
        String other = Cifar100.hint(listing.names());
        return new DataException("CIFAR-10's file "
                + listing.folder().resolve(name).toAbsolutePath() + " is missing; found " + listing + " there."
                + (other.isEmpty()
                        ? " Unpack the whole of " + version.archive()
                                + " again, or put that archive beside the folder in its place."
                        : other));
    }
}
