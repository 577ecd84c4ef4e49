package org.example.shapes;

import java.nio.file.Path;
import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.folder.DataFolder;
import org.dlcourse.dataset.image.ImageFolder;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.training.TrainingData;

/** The images as they are in their folders and as networks see them; read once, whichever experiment asks first. */
record ShapeImages() implements Experiment<ShapeImages.Prepared> {
    private static final int TRAINING_PER_CLASS = 50;
    private static final int VALIDATION_PER_CLASS = 10;
    private static final int TEST_PER_CLASS = 40;

    /**
     * What is learnt from.
     *
     * @param images as read
     * @param data the same, from -1 to 1
     */
    record Prepared(PartitionedImages images, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        Path folder = DataFolder.locate(laboratory.settings(), new ShapesDataSet());
        PartitionedImages images = new ImageFolder("Shapes", folder)
                .read()
                .split(
                        TRAINING_PER_CLASS,
                        VALIDATION_PER_CLASS,
                        TEST_PER_CLASS,
                        laboratory.settings().seed());
        ChannelScaling scaling = ChannelScaling.minusOneToOne(images.training().channels());
        return new Prepared(images, TrainingData.of(images, scaling::features));
    }
}
