package org.dlcourse.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** Chooses between the real CIFAR-10 and its stand-in, as the settings say. */
public final class Cifar10Source {
    private final CourseSettings settings;
    private final int recordsPerFile;

    public Cifar10Source(CourseSettings settings) {
        this(settings, Cifar10Binary.RECORDS_PER_FILE);
    }

    Cifar10Source(CourseSettings settings, int recordsPerFile) {
        this.settings = settings;
        this.recordsPerFile = recordsPerFile;
    }

    /**
     * CIFAR-10 with this many training and test images, the same number of each class.
     *
     * <p>The real images are used where their folder is, a stratified sample of them if fewer are wanted. Where it is not,
     * a stand-in is drawn at quick scale.
     *
     * @throws DataException if the real files are damaged, or missing at full scale
     */
    public ImageDataset load(int trainingImages, int testImages) {
        Path folder = settings.data().resolve(Cifar10Binary.FOLDER);
        if (Files.isDirectory(folder)) {
            ImageDataset all = new Cifar10Binary(folder, recordsPerFile).read();
            return all.sample(trainingImages, testImages, settings.seed());
        }
        if (settings.scale() == Scale.FULL) {
            throw new DataException(
                    "CIFAR-10 is not in " + folder.toAbsolutePath() + ", and full scale takes nothing in"
                            + " its place. Expected the folder " + Cifar10Binary.FOLDER
                            + " of the binary archive, unpacked, with"
                            + " data_batch_1.bin to data_batch_5.bin and test_batch.bin. Unpack it there, or name the folder"
                            + " that holds it with -Dcourse.data=FOLDER.");
        }
        return SyntheticCifar10.draw(trainingImages, testImages);
    }
}
