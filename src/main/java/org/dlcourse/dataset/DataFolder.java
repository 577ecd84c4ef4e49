package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.settings.Setting;

/** The folder of real data sets, each in a folder of its own as it was published. */
public final class DataFolder {
    /** The arrays of the exercise on two-dimensional convolution. */
    public static final String CONVOLUTION_EXERCISE = "ee449";

    private DataFolder() {}

    /**
     * Makes sure that a folder which the user named holds a data set, and that none lies in it under nearly its name: one folder
     * too deep or one letter's case, and synthetic data would quietly stand in.
     *
     * <p>An empty folder will do where data sets are downloaded into it.
     *
     * @throws DataException if it holds none, or something of nearly a set's name
     */
    public static void check(CourseSettings settings) {
        Path data = settings.data();
        // Every set is looked for, since each may lie there under nearly its name.
        List<Path> found =
                KnownDataSet.ALL.stream().flatMap(set -> set.in(data).stream()).toList();
        boolean isDefault = data.toString().equals(Setting.DATA.defaultValue());
        if (!isDefault && found.isEmpty() && !isToBeFilled(settings)) {
            FolderListing listing = FolderListing.of(data);
            throw new DataException("The folder " + data.toAbsolutePath() + ", named by " + Setting.DATA.property()
                    + ", holds no data set; found " + listing + ", expected one or more of "
                    + KnownDataSet.allEntries() + " in it." + Cifar100.hintOfFolders(listing.names()) + advice(data));
        }
    }

    private static String advice(Path data) {
        Path name = data.toAbsolutePath().normalize().getFileName();
        return name != null && KnownDataSet.allEntries().contains(name.toString())
                ? " It is the folder of a data set itself: name the one around it."
                : " Name the folder that holds them.";
    }

    /** For each data set one line that says whether it is real, and where it is. */
    public static List<String> summary(CourseSettings settings) {
        return KnownDataSet.ALL.stream().map(set -> summary(set, settings)).toList();
    }

    private static String summary(KnownDataSet set, CourseSettings settings) {
        Path data = settings.data();
        Optional<Path> found = set.in(data);
        if (found.isPresent()) {
            return set.name() + ": real, " + found.get().toAbsolutePath();
        }
        String missing = "no " + String.join(", ", set.entries()) + " in " + data.toAbsolutePath();
        if (settings.scale() == Scale.QUICK) {
            return set.name() + ": synthetic, since there is " + missing;
        }
        return set.name() + ": " + missing
                + (set.isPublic() && !settings.offline() ? "; downloaded when first needed" : "; what needs it fails");
    }

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
    static Optional<Path> file(Path data, String name) {
        return find(data, name, "file", Files::isRegularFile);
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

    private static boolean isToBeFilled(CourseSettings settings) {
        Path data = settings.data();
        return settings.scale() == Scale.FULL
                && !settings.offline()
                && Files.isDirectory(data)
                && FolderListing.of(data).names().stream().allMatch(name -> isLeftBehind(data.resolve(name)));
    }

    /** A download that broke off leaves hidden entries and nothing else, and a file system may have others of its own. */
    static boolean isLeftBehind(Path folder) {
        String[] entries = folder.toFile().list();
        return entries != null
                && entries.length > 0
                && FolderListing.of(folder).names().isEmpty();
    }
}
