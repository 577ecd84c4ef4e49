package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** Chooses between the real DogSet and its stand-in, as the settings say. */
public final class DogSetSource {
    private final CourseSettings settings;

    public DogSetSource(CourseSettings settings) {
        this.settings = settings;
    }

    /**
     * DogSet: all images at full scale; at quick scale so many of each class and part.
     *
     * <p>The real images are used where their folder is: at quick scale a random sample, to which a breed that has fewer
     * images gives all. Where it is not, a stand-in is drawn at quick scale.
     *
     * @throws DataException if the real files are damaged, or missing at full scale
     */
    public PartitionedImages load(int trainingPerClass, int validationPerClass, int testPerClass) {
        Path folder = settings.data().resolve(DogSetFolder.FOLDER);
        boolean isQuick = settings.scale() == Scale.QUICK;
        if (Files.isDirectory(folder)) {
            PartitionedImages all = new DogSetFolder(folder).read();
            return isQuick ? all.sample(trainingPerClass, validationPerClass, testPerClass, settings.seed()) : all;
        }
        if (isQuick) {
            int classes = DrawnObjects.CLASSES.size();
            return SyntheticDogSet.draw(
                    classes * trainingPerClass, classes * validationPerClass, classes * testPerClass);
        }
        throw new DataException("DogSet is not in " + folder.toAbsolutePath() + ", and full scale takes nothing in its"
                + " place. The public cannot download it: ask who teaches the course for it. Expected dogs.csv in that"
                + " folder, with the columns " + String.join(", ", DogSetTable.COLUMNS) + ", and the images that it"
                + " names, 64x64 colour PNG files, in the folder images beside it. Put it there, or name the folder that"
                + " holds " + DogSetFolder.FOLDER + " with -Dcourse.data=FOLDER.");
    }
}
