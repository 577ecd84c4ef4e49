package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** Chooses between the real CIFAR-10 and its stand-in, as the settings say. */
public final class Cifar10Source {
    private final CourseSettings settings;
    private final int recordsPerFile;
    private final PublicDataSet published;

    public Cifar10Source(CourseSettings settings) {
        this(settings, Cifar10Binary.RECORDS_PER_FILE, PublicDataSet.CIFAR_10);
    }

    Cifar10Source(CourseSettings settings, int recordsPerFile, PublicDataSet published) {
        this.settings = settings;
        this.recordsPerFile = recordsPerFile;
        this.published = published;
    }

    /**
     * CIFAR-10 with this many training and test images, the same number of each class.
     *
     * <p>The real images are used where their folder is, a stratified sample of them if fewer are wanted. Where it is not,
     * a stand-in is drawn at quick scale, and the real ones are downloaded at full scale.
     *
     * @throws DataException if the real files are damaged, or at full scale cannot be downloaded
     */
    public ImageDataset load(int trainingImages, int testImages) {
        Path folder = published.in(settings.data());
        if (!Files.isDirectory(folder)) {
            if (settings.scale() == Scale.QUICK) {
                return SyntheticCifar10.draw(trainingImages, testImages);
            }
            folder = new DataDownload(settings).fetch(published);
        }
        return new Cifar10Binary(folder, recordsPerFile).read().sample(trainingImages, testImages, settings.seed());
    }
}
