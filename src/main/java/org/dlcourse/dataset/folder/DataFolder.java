package org.dlcourse.dataset.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.file.DataEntry;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.settings.Scale;

/** The folder of real data sets, each in a folder of its own as it was published. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * Makes sure that a folder which the user named holds a data set, and that none lies in it under nearly its name: with a
     * folder that is one level too deep or a name in another letter case, synthetic data would be used without a message.
     *
     * <p>An empty folder will do where data sets are downloaded into it.
     *
     * @throws DataException if it holds none, or something of nearly a set's name
     */
    public static void check(CourseSettings settings) {
        check(settings, sets());
    }

    static void check(CourseSettings settings, List<DataSetProvider> sets) {
        Path data = settings.data();
        // Every set is looked for, since each may lie there under nearly its name.
        List<Path> found = sets.stream().flatMap(set -> set.find(data).stream()).toList();
        boolean isDefault = data.toString().equals(EngineSettings.DATA.defaultValue());
        if (!sets.isEmpty() && !isDefault && found.isEmpty() && !isToBeFilled(settings)) {
            FolderListing listing = FolderListing.of(data);
            throw new DataException(
                    "The folder " + data.toAbsolutePath() + ", named by " + EngineSettings.DATA.property()
                            + ", holds no data set; found " + listing + ", expected one or more of "
                            + allEntries(sets) + " in it." + hints(sets, listing) + advice(sets, data));
        }
    }

    private static String advice(List<DataSetProvider> sets, Path data) {
        Path name = data.toAbsolutePath().normalize().getFileName();
        return name != null && allEntries(sets).contains(name.toString())
                ? " It is the folder of a data set itself: name the one around it."
                : " Name the folder that holds them.";
    }

    /** For each data set one line that says whether it is real, and where it is. */
    public static List<String> summary(CourseSettings settings) {
        return summary(settings, sets());
    }

    static List<String> summary(CourseSettings settings, List<DataSetProvider> sets) {
        return sets.stream().map(set -> summary(set, settings)).toList();
    }

    private static String summary(DataSetProvider set, CourseSettings settings) {
        Path data = settings.data();
        Optional<Path> found = set.find(data);
        if (found.isPresent()) {
            return set.name() + ": real, " + found.get().toAbsolutePath();
        }
        String missing = "no " + String.join(", ", set.entries()) + " in " + data.toAbsolutePath();
        if (settings.scale() == Scale.QUICK && set.hasSyntheticSubstitute()) {
            return set.name() + ": synthetic, since there is " + missing;
        }
        boolean isDownloaded = set.isPublic() && settings.scale() == Scale.FULL && !settings.offline();
        return set.name() + ": " + missing
                + (isDownloaded ? "; downloaded when first needed" : "; what needs it fails");
    }

    /**
     * Where a data set is that has no synthetic substitute: below the folder of all data sets. At full scale a public set that is
     * missing is downloaded into that folder.
     *
     * @return its folder or archive, of one of the provider's names
     * @throws DataException if it is not there, and cannot be downloaded or must not be; the message says what to do
     */
    public static Path locate(CourseSettings settings, DataSetProvider set) {
        Path data = settings.data();
        Optional<Path> found = set.find(data);
        if (found.isPresent()) {
            return found.get();
        }
        if (set.isPublic() && settings.scale() == Scale.FULL) {
            new DataDownload(settings).fetch(set.download().orElseThrow());
            return set.find(data)
                    .orElseThrow(() -> new IllegalStateException(set.name() + " is downloaded to "
                            + set.download().orElseThrow().folder() + ", which is none of its names " + set.entries()));
        }
        throw new DataException(set.name() + " is not in " + data.toAbsolutePath() + "; found " + FolderListing.of(data)
                + ", expected " + String.join(" or ", set.entries()) + ". Put it there, "
                + (set.isPublic() ? "have it downloaded by -Dcourse.scale=full, " : "")
                + "or name the folder that holds it with -Dcourse.data=FOLDER.");
    }

    private static List<DataSetProvider> sets() {
        return ServiceLoader.load(DataSetProvider.class, DataFolder.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Names of all entries of all sets. */
    private static List<String> allEntries(List<DataSetProvider> sets) {
        return sets.stream().flatMap(set -> set.entries().stream()).toList();
    }

    private static String hints(List<DataSetProvider> sets, FolderListing listing) {
        return sets.stream().map(set -> set.hint(listing.names())).collect(Collectors.joining());
    }

    private static boolean isToBeFilled(CourseSettings settings) {
        Path data = settings.data();
        return settings.scale() == Scale.FULL
                && !settings.offline()
                && Files.isDirectory(data)
                && FolderListing.of(data).names().stream().allMatch(name -> DataEntry.isLeftBehind(data.resolve(name)));
    }
}
