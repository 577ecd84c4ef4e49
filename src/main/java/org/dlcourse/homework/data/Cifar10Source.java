package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.util.Optional;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.cifar.Cifar10Batches;
import org.dlcourse.dataset.cifar.Cifar10Location;
import org.dlcourse.dataset.cifar.Cifar10Version;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** Loads the real CIFAR-10 or its synthetic substitute, depending on the settings and on what is there. */
public final class Cifar10Source {
    private final CourseSettings settings;
    private final int imagesPerBatch;
    private final PublicDataSet published;

    public Cifar10Source(CourseSettings settings) {
        this(
                settings,
                Cifar10Batches.IMAGES_PER_BATCH,
                new Cifar10DataSet().download().orElseThrow());
    }

    Cifar10Source(CourseSettings settings, int imagesPerBatch, PublicDataSet published) {
        this.settings = settings;
        this.imagesPerBatch = imagesPerBatch;
        this.published = published;
    }

    /**
     * CIFAR-10 with this many training and test images, the same number of each class.
     *
     * <p>The real images are used if there is a folder or an archive of them; if fewer are requested, a stratified sample.
     * Otherwise synthetic images are drawn at quick scale, and the real ones are downloaded at full scale.
     *
     * @throws DataException if the real files are damaged, or at full scale cannot be downloaded
     */
    public ImageDataset load(int trainingImages, int testImages) {
        Optional<Cifar10Location> found = Cifar10Location.find(settings.data());
        if (found.isEmpty() && settings.scale() == Scale.QUICK) {
            return SyntheticCifar10.draw(trainingImages, testImages);
        }
        Cifar10Location location = found.orElseGet(this::download);
        return location.read(imagesPerBatch).sample(trainingImages, testImages, settings.seed());
    }

    /**
     * All 60,000 real images in the published order, as the files have them.
     *
     * @return empty if there is neither a folder nor an archive of them and the scale is quick; at full scale they are downloaded
     * @throws DataException if the files are damaged or cannot be downloaded
     */
    public Optional<ImageDataset> published() {
        Optional<Cifar10Location> found = Cifar10Location.find(settings.data());
        if (found.isEmpty() && settings.scale() == Scale.FULL) {
            found = Optional.of(download());
        }
        return found.map(location -> location.read(imagesPerBatch));
    }

    private Cifar10Location download() {
        Path folder = new DataDownload(settings).fetch(published);
        return new Cifar10Location(folder, Cifar10Version.BINARY, false);
    }
}
