package org.dlcourse.dataset.cifar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.DataFile;
import org.dlcourse.dataset.file.FileKind;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.dataset.file.TarGz;

/**
 * CIFAR-10 in the archive in which it is published, read where it lies.
 *
 * @param archive which
 * @param version of the files in it
 * @param imagesPerBatch images in each
 */
record Cifar10Archive(Path archive, Cifar10Version version, int imagesPerBatch) {
    /**
     * Reads the six files, in whichever order and folder they are.
     *
     * @throws DataException if one is missing, damaged or of another kind, or the archive is
     */
    ImageDataset read() {
        Cifar10Batches batches = new Cifar10Batches(imagesPerBatch);
        List<String> others = new ArrayList<>();
        try {
            new TarGz(archive, TarGz.Limits.DEFAULT).read((entry, content) -> {
                List<String> path = path(entry);
                if (path.isEmpty() || path.stream().anyMatch(FolderListing::isForeign)) {
                    return;
                }
                String name = path.get(path.size() - 1);
                int batch = version.files().indexOf(name.toLowerCase(Locale.ROOT));
                if (batch >= 0) {
                    put(batches, batch, entry, content);
                } else {
                    others.add(name);
                }
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (!batches.missing().isEmpty()) {
            throw refused("lacks " + batches.missing() + "; found "
                    + others.stream().limit(20).toList() + " beside." + Cifar100.hint(others));
        }
        return batches.dataset();
    }

    /** The names of an entry's folders and its own; a first one may be a dot, for the folder that was packed. */
    private static List<String> path(String entry) {
        return Arrays.stream(entry.split("/")).filter(name -> !name.equals(".")).toList();
    }

    private DataException unreadable(IOException cause) {
        try {
            String what = FileKind.ofStart(archive)
                    .map(FileKind::description)
                    .orElse(
                            cause instanceof EOFException
                                    ? "is cut: it ends too early. Get it again"
                                    : "is damaged (" + cause.getMessage() + "). Get it again");
            return new DataException(name() + " " + what + ".", cause);
        } catch (IOException e) {
            e.addSuppressed(cause);
            return new DataException(name() + " cannot be read: " + e, e);
        }
    }

    private DataException refused(String found) {
        return new DataException(name() + " " + found + " Get " + version.archive() + " again.");
    }

    private String name() {
        return "CIFAR-10's archive " + archive.toAbsolutePath();
    }

    private void put(Cifar10Batches batches, int batch, String entry, InputStream content) throws IOException {
        if (batches.holds(batch)) {
            throw refused("has " + entry + " twice.");
        }
        DataFile file = DataFile.read(
                "CIFAR-10's file " + entry + " in " + archive.toAbsolutePath(), content, version.mostBytes());
        batches.put(batch, version.decode(file, imagesPerBatch));
    }
}
