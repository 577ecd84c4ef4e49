package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** Chooses between the real MNIST and its stand-in, as the settings say. */
public final class MnistSource {
    private final CourseSettings settings;

    public MnistSource(CourseSettings settings) {
        this.settings = settings;
    }

    /**
     * MNIST with this many training and test images, the same number of each digit.
     *
     * <p>The real images are used where their folder is, a stratified sample of them if fewer are wanted. Where it is not,
     * a stand-in is drawn at quick scale, and the real ones are downloaded at full scale.
     *
     * @throws DataException if the real files are damaged, or at full scale cannot be downloaded
     */
    public ImageDataset load(int trainingImages, int testImages) {
        Path folder = settings.data().resolve(MnistIdx.FOLDER);
        Path files = folder.resolve(MnistIdx.FILES);
        if (settings.scale() == Scale.QUICK && !DataFolder.holds(settings.data(), MnistIdx.FOLDER)) {
            return SyntheticMnist.draw(trainingImages, testImages);
        }
        if (settings.scale() == Scale.FULL && !Files.isDirectory(files)) {
            new DataDownload(settings).fetch(PublicDataSet.MNIST);
        }
        return new MnistIdx(files).read().sample(trainingImages, testImages, settings.seed());
    }
}
