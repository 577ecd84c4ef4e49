package org.dlcourse.dataset.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.DataEntry;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.settings.Scale;

/** The folder of real data sets, each in a folder of its own as it was published. */
public final class DataFolder {
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
        List<Path> found = sets().flatMap(set -> set.find(data).stream()).toList();
        boolean isDefault = data.toString().equals(EngineSettings.DATA.defaultValue());
        if (!isDefault && found.isEmpty() && !isToBeFilled(settings)) {
            FolderListing listing = FolderListing.of(data);
            throw new DataException(
                    "The folder " + data.toAbsolutePath() + ", named by " + EngineSettings.DATA.property()
                            + ", holds no data set; found " + listing + ", expected one or more of "
                            + allEntries() + " in it." + hints(listing) + advice(data));
        }
    }

    private static String advice(Path data) {
        Path name = data.toAbsolutePath().normalize().getFileName();
        return name != null && allEntries().contains(name.toString())
                ? " It is the folder of a data set itself: name the one around it."
                : " Name the folder that holds them.";
    }

    /** For each data set one line that says whether it is real, and where it is. */
    public static List<String> summary(CourseSettings settings) {
        return sets().map(set -> summary(set, settings)).toList();
    }

    private static String summary(DataSetProvider set, CourseSettings settings) {
        Path data = settings.data();
        Optional<Path> found = set.find(data);
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

    private static Stream<DataSetProvider> sets() {
        return ServiceLoader.load(DataSetProvider.class, DataFolder.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }

    /** Names of all entries of all sets. */
    private static List<String> allEntries() {
        return sets().flatMap(set -> set.entries().stream()).toList();
    }

    private static String hints(FolderListing listing) {
        return sets().map(set -> set.hint(listing.names())).collect(Collectors.joining());
    }

    private static boolean isToBeFilled(CourseSettings settings) {
        Path data = settings.data();
        return settings.scale() == Scale.FULL
                && !settings.offline()
                && Files.isDirectory(data)
                && FolderListing.of(data).names().stream().allMatch(name -> DataEntry.isLeftBehind(data.resolve(name)));
    }
}
