package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.settings.Setting;

/** The folder of real data sets, each in a folder of its own as it was published. */
public final class DataFolder {
    /** The arrays of the exercise on two-dimensional convolution. */
    public static final String CONVOLUTION_EXERCISE = "ee449";

    private static final List<String> KNOWN =
            List.of(Cifar10Binary.FOLDER, CONVOLUTION_EXERCISE, MnistIdx.FOLDER, DogSetFolder.FOLDER);

    private DataFolder() {}

    /**
     * Makes sure that a folder which the user named holds a data set: one folder too deep, and synthetic data would quietly
     * stand in.
     *
     * <p>An empty folder will do where data sets are downloaded into it.
     *
     * @throws DataException if it holds none
     */
    public static void check(CourseSettings settings) {
        boolean isDefault = settings.data().toString().equals(Setting.DATA.defaultValue());
        if (!isDefault && !isToBeFilled(settings) && KNOWN.stream().noneMatch(name -> holds(settings.data(), name))) {
            throw new DataException("The folder " + settings.data().toAbsolutePath() + ", named by "
                    + Setting.DATA.property() + ", holds no data set; found "
                    + Arrays.toString(settings.data().toFile().list()) + ", expected one or more of " + KNOWN
                    + " in it. Name the folder that holds them.");
        }
    }

    /** Whether a folder of all data sets holds one of this name, whole or not; what a download left that broke off is none. */
    static boolean holds(Path data, String name) {
        Path folder = data.resolve(name);
        return Files.isDirectory(folder) && !isLeftBehind(folder);
    }

    private static boolean isToBeFilled(CourseSettings settings) {
        String[] found = settings.data().toFile().list();
        return settings.scale() == Scale.FULL
                && !settings.offline()
                && found != null
                && Arrays.stream(found)
                        .allMatch(name ->
                                isHidden(name) || isLeftBehind(settings.data().resolve(name)));
    }

    /** A download that broke off leaves hidden entries and nothing else, and a file system may have others of its own. */
    private static boolean isLeftBehind(Path folder) {
        String[] entries = folder.toFile().list();
        return entries != null && entries.length > 0 && Arrays.stream(entries).allMatch(DataFolder::isHidden);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }
}
