package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.util.Optional;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.file.DataEntry;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** Loads the real DogSet or its synthetic substitute, depending on the settings and on what is there. */
public final class DogSetSource {
    /** The least number of images per breed: an exercise shows three hard and three easy ones. */
    private static final int FEWEST_PER_CLASS = 6;

    private final CourseSettings settings;

    public DogSetSource(CourseSettings settings) {
        this.settings = settings;
    }

    /** Whether the real images are there. */
    public boolean isThere() {
        return folder().isPresent();
    }

    /**
     * DogSet: all images at full scale; at quick scale about the given numbers, equally many of each breed.
     *
     * <p>The real images are used if their folder is there: at quick scale a random sample of at least six of each breed, or all
     * of a breed that has fewer. Otherwise synthetic images are drawn at quick scale.
     *
     * @throws DataException if the real files are damaged, or missing at full scale
     */
    public PartitionedImages load(int training, int validation, int test) {
        Optional<Path> folder = folder();
        boolean isQuick = settings.scale() == Scale.QUICK;
        if (folder.isPresent()) {
            PartitionedImages all = new DogSetFolder(folder.get()).read();
            int classes = all.classes().size();
            return isQuick
                    ? all.sample(
                            perClass(training, classes),
                            perClass(validation, classes),
                            perClass(test, classes),
                            settings.seed())
                    : all;
        }
        if (isQuick) {
            return SyntheticDogSet.draw(training, validation, test);
        }
        throw new DataException("DogSet is not in "
                + settings.data().resolve(DogSetFolder.FOLDER).toAbsolutePath()
                + ", and full scale uses no synthetic images. The public cannot download it: ask who teaches the course for"
                + " it. Expected dogs.csv in that folder, with the columns " + String.join(", ", DogSetTable.COLUMNS)
                + ", and the images that it names, 64x64 colour PNG files, in the folder images beside it. Put it there, or"
                + " name the folder that holds " + DogSetFolder.FOLDER + " with -Dcourse.data=FOLDER.");
    }

    /**
     * The folder of the real images.
     *
     * @return empty if it is not there
     */
    public Optional<Path> folder() {
        return DataEntry.folder(settings.data(), DogSetFolder.FOLDER);
    }

    private static int perClass(int images, int classes) {
        return Math.max(FEWEST_PER_CLASS, images / classes);
    }
}
