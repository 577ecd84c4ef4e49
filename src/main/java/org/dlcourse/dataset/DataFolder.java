package org.dlcourse.dataset;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.dlcourse.settings.CourseSettings;
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
     * @throws DataException if it holds none
     */
    public static void check(CourseSettings settings) {
        boolean isDefault = settings.data().toString().equals(Setting.DATA.defaultValue());
        if (!isDefault
                && KNOWN.stream()
                        .noneMatch(name -> Files.isDirectory(settings.data().resolve(name)))) {
            throw new DataException("The folder " + settings.data().toAbsolutePath() + ", named by "
                    + Setting.DATA.property() + ", holds no data set; found "
                    + Arrays.toString(settings.data().toFile().list()) + ", expected one or more of " + KNOWN
                    + " in it. Name the folder that holds them.");
        }
    }
}
