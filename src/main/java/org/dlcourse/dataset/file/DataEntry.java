package org.dlcourse.dataset.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.dlcourse.dataset.DataException;

/** Finds the folder or the archive of a data set in the folder of all data sets. */
public final class DataEntry {
    private DataEntry() {}

    /**
     * The folder of this name among the data sets, whole or not.
     *
     * @throws DataException if it is a file, or there is a folder or file of nearly this name in place of it
     */
    public static Optional<Path> folder(Path data, String name) {
        return find(data, name, "folder", Files::isDirectory);
    }

    /**
     * The file of this name among the data sets.
     *
     * @throws DataException if it is a folder, or there is a folder or file of nearly this name in place of it
     */
    public static Optional<Path> file(Path data, String name) {
        return find(data, name, "file", Files::isRegularFile);
    }

    /** Whether a folder holds hidden entries and nothing else, as a download that broke off leaves it. */
    public static boolean isLeftBehind(Path folder) {
        String[] entries = folder.toFile().list();
        return entries != null
                && entries.length > 0
                && FolderListing.of(folder).names().isEmpty();
    }

    private static Optional<Path> find(Path data, String name, String kind, Predicate<Path> isOfKind) {
        Path entry = data.resolve(name);
        FolderListing listing = FolderListing.of(data);
        checkNearly(listing, name, Files::exists);
        if (Files.exists(entry) ? !isOfKind.test(entry) : listing.names().contains(name)) {
            throw new DataException(entry.toAbsolutePath() + " is no " + kind
                    + ", or a link that leads nowhere; expected the " + kind
                    + " of a data set. Put it there, or remove this.");
        }
        return Optional.of(entry).filter(Files::exists);
    }

    /**
     * Makes sure that nothing has nearly a name in place of what should have it.
     *
     * @param exists asks the file system, which decides whether letter case counts
     */
    static void checkNearly(FolderListing listing, String name, Predicate<Path> exists) {
        if (exists.test(listing.folder().resolve(name))) {
            return;
        }
        listing.names().stream()
                .filter(other -> !other.equals(name) && letters(other).equals(letters(name)))
                .findFirst()
                .ifPresent(other -> {
                    throw new DataException("The folder " + listing.folder().toAbsolutePath() + " holds \"" + other
                            + "\", and the name of that data set is \"" + name
                            + "\". Rename it, or move it elsewhere.");
                });
    }

    /** What is left of a name without what is easily mistaken in it. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }
}
