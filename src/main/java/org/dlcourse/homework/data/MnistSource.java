package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.util.Optional;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.mnist.MnistFiles;
import org.dlcourse.dataset.mnist.MnistIdx;
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
     * <p>The real images are used where their folder is, a stratified sample of them if fewer are wanted; at quick scale, all of a
     * digit that has fewer. Where the folder is not, a stand-in is drawn at quick scale, and the real ones are downloaded at full
     * scale.
     *
     * @throws DataException if the real files are damaged, or at full scale cannot be downloaded or are too few
     */
    public ImageDataset load(int trainingImages, int testImages) {
        Path folder = settings.data().resolve(MnistIdx.FOLDER);
        Optional<Path> found = MnistIdx.find(settings.data());
        if (settings.scale() == Scale.QUICK) {
            return found.isEmpty()
                    ? SyntheticMnist.draw(trainingImages, testImages)
                    : new MnistIdx(folder).read().sampleAtMost(trainingImages, testImages, settings.seed());
        }
        if (!new MnistFiles(folder).areThere()) {
            new DataDownload(settings).fetch(new MnistDataSet().download().orElseThrow());
        }
        return new MnistIdx(folder).read().sample(trainingImages, testImages, settings.seed());
    }
}
