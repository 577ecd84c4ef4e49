package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
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
     * a stand-in is drawn at quick scale.
     *
     * @throws DataException if the real files are damaged, or missing at full scale
     */
    public ImageDataset load(int trainingImages, int testImages) {
        Path folder = settings.data().resolve(MnistIdx.FOLDER);
        if (Files.isDirectory(folder)) {
            ImageDataset all = new MnistIdx(folder.resolve(MnistIdx.FILES)).read();
            return all.sample(trainingImages, testImages, settings.seed());
        }
        if (settings.scale() == Scale.FULL) {
            throw new DataException("MNIST is not in " + folder.toAbsolutePath() + ", and full scale takes nothing in"
                    + " its place. Expected the folder " + MnistIdx.FILES + " in it, with the four files"
                    + " train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and"
                    + " t10k-labels-idx1-ubyte, or each with the ending .gz. Put them there, or name the folder that"
                    + " holds " + MnistIdx.FOLDER + " with -Dcourse.data=FOLDER.");
        }
        return SyntheticMnist.draw(trainingImages, testImages);
    }
}
