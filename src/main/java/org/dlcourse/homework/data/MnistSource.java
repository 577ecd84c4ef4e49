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

/** Loads the real MNIST or its synthetic substitute, depending on the settings and on what is there. */
public final class MnistSource {
    private final CourseSettings settings;

    public MnistSource(CourseSettings settings) {
        this.settings = settings;
    }

    /**
     * MNIST with this many training and test images, the same number of each digit.
     *
     * <p>The real images are used if their folder is there; if fewer are requested, a stratified sample, at quick scale with all
     * images of a digit that has fewer. Otherwise synthetic images are drawn at quick scale, and the real ones are downloaded at
     * full scale.
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
