package org.dlcourse.homework.dogs;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.MnistSource;
import org.dlcourse.dataset.SeededRandom;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/** The same network on 500 to 2,000 digits, every digit equally often. */
public record MnistBySize() implements Experiment<MnistBySize.Result> {
    static final List<Integer> SIZES = List.of(500, 1_000, 1_500, 2_000);

    /** Images of MNIST's whole training set, to which the time is extrapolated. */
    static final int WHOLE = 60_000;

    private static final int TEST_IMAGES = 1_000;
    private static final int VALIDATION_IMAGES = 500;
    private static final int BATCH_SIZE = 10;
    private static final double LEARNING_RATE = 0.01;

    static final Architecture NETWORK = perceptron("784-128-64-10", new Shape(1, 28, 28), 10);

    /** Two hidden layers of 128 and 64 units with ReLU. */
    static Architecture perceptron(String name, Shape input, int classes) {
        return new Architecture(
                name,
                input,
                List.of(
                        new FullyConnected(128, true),
                        new Activation(ActivationFunction.RELU),
                        new FullyConnected(64, true),
                        new Activation(ActivationFunction.RELU),
                        new FullyConnected(classes, true)));
    }

    /**
     * The runs on one training set.
     *
     * @param data which
     * @param repeats the runs
     */
    public record Size(TrainingData data, Repeats repeats) {
        int images() {
            return data.training().count();
        }
    }

    /**
     * What was found.
     *
     * @param scale at which it was made
     * @param origin whether the images are real
     * @param epochs of each run
     * @param sizes in ascending order
     */
    public record Result(Scale scale, Origin origin, int epochs, List<Size> sizes) {
        Size largest() {
            return sizes.get(sizes.size() - 1);
        }

        /** The fitted line through the mean times. */
        TimeFit time() {
            return TimeFit.of(
                    sizes.stream().mapToDouble(Size::images).toArray(),
                    sizes.stream().mapToDouble(size -> size.repeats().seconds()).toArray());
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        int most = SIZES.get(SIZES.size() - 1);
        ImageDataset images = new MnistSource(settings).load(most + VALIDATION_IMAGES, TEST_IMAGES);
        int classes = images.classes().size();
        StratifiedSplit validation = StratifiedSplit.of(
                images.training().labels(),
                classes,
                VALIDATION_IMAGES / classes,
                SeededRandom.of(settings.seed(), "validation split"));
        LabelledImages rest = images.training().select(validation.rest());
        int epochs = settings.scale() == Scale.FULL ? 100 : 10;
        List<Size> sizes = new ArrayList<>();
        for (int size : SIZES) {
            LabelledImages part = rest.select(StratifiedSplit.of(
                            rest.labels(),
                            classes,
                            size / classes,
                            SeededRandom.of(settings.seed(), "training set of " + size))
                    .taken());
            ChannelScaling scaling = ChannelScaling.zeroToOne(1);
            TrainingData data = new TrainingData(
                    images.title(),
                    scaling.features(part, classes),
                    scaling.features(images.training().select(validation.taken()), classes),
                    scaling.features(images.test(), classes));
            List<Repeats> repeats = laboratory.grid(data, List.of(plan(size, epochs)), settings.repeats(1, 5));
            sizes.add(new Size(data, repeats.get(0)));
        }
        return new Result(settings.scale(), images.origin(), epochs, List.copyOf(sizes));
    }

    private static TrainingPlan plan(int size, int epochs) {
        return new TrainingPlan(
                NETWORK,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(LEARNING_RATE),
                BATCH_SIZE,
                epochs,
                Recording.every(size / BATCH_SIZE, Curve.MEAN_TRAINING_LOSS).withParameters());
    }
}
