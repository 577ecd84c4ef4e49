package org.dlcourse.homework.dogs.mnist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.data.MnistSource;
import org.dlcourse.kit.SeedSample;
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
import org.dlcourse.training.Stopping;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.SeededRandom;

/**
 * Trains the same network on 500 to 2,000 images, with the same number of each digit. At quick scale the sizes are reduced in
 * proportion if the data set is a smaller subset of MNIST.
 */
public record MnistBySize() implements Experiment<MnistBySize.Result> {
    static final List<Integer> SIZES = List.of(500, 1_000, 1_500, 2_000);

    /** Size of MNIST's training set, to which the time is extrapolated. */
    static final int ALL_TRAINING_IMAGES = 60_000;

    private static final int TEST_IMAGES = 1_000;
    private static final int VALIDATION_IMAGES = 500;
    /** The smallest number of training images of a digit. */
    private static final int MIN_PER_DIGIT = 25;

    private static final int MIN_TEST_IMAGES = 50;
    private static final int BATCH_SIZE = 10;
    /** The handout's, which is used at full scale. */
    private static final double LEARNING_RATE = 0.01;

    private static final double QUICK_LEARNING_RATE = 0.05;

    public static final Architecture NETWORK = perceptron("784-128-64-10", new Shape(1, 28, 28), 10);

    /** Two hidden layers of 128 and 64 units with ReLU. */
    public static Architecture perceptron(String name, Shape input, int classes) {
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
     * @param data the training set with its validation and test set
     * @param repeats the runs, as many epochs as those of the other sizes
     * @param equalSteps the runs with as many steps as those on the largest training set; at full scale those with as many epochs
     */
    public record Size(TrainingData data, Repeats repeats, Repeats equalSteps) {
        /** The test accuracy of each run with as many steps as on the largest training set. */
        SeedSample accuracies() {
            return SeedSample.of(
                    String.format(Locale.ROOT, "%,d images", images()), equalSteps.runs(), run -> run.result()
                            .testAccuracy());
        }

        public int images() {
            return data.training().count();
        }
    }

    /**
     * The runs on all training sets.
     *
     * @param scale scale of the runs
     * @param origin whether the images are real
     * @param epochs number of epochs of each run
     * @param sizes runs by training set, in ascending order of size
     */
    public record Result(Scale scale, Origin origin, int epochs, List<Size> sizes) {
        public Size largest() {
            return sizes.get(sizes.size() - 1);
        }

        /** The line that is fitted to the times of the runs. */
        TimeFit time() {
            List<double[]> points = sizes.stream()
                    .flatMap(size -> size.repeats().runs().stream().map(run ->
                            new double[] {size.images(), run.provenance().seconds()}))
                    .toList();
            return TimeFit.of(
                    points.stream().mapToDouble(point -> point[0]).toArray(),
                    points.stream().mapToDouble(point -> point[1]).toArray());
        }
    }

    /**
     * The fraction of the planned numbers of images that a data set can provide.
     *
     * @param numerator available images of each digit for the smallest training set
     * @param denominator planned images of each digit for the smallest training set
     */
    private record Fraction(int numerator, int denominator) {
        /**
         * The fraction for a data set, at most 1.
         *
         * @param planned training and validation images in all
         * @throws DataException if there are too few images
         */
        static Fraction of(ImageDataset images, int planned) {
            int digits = images.classes().size();
            int[] counts = StratifiedSplit.counts(images.training().labels(), digits);
            int rarest = IntStream.range(0, digits)
                    .boxed()
                    .min(Comparator.comparingInt(digit -> counts[digit]))
                    .orElseThrow();
            if (counts[rarest] < MIN_PER_DIGIT || images.test().count() < MIN_TEST_IMAGES) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "%s is too small: %,d training images, %,d of them of the digit %s, and %,d test images. At least %,d"
                                + " training images of each digit and %,d test images are needed; %,d and %,d are used if available.",
                        images.title(),
                        images.training().count(),
                        counts[rarest],
                        images.classes().get(rarest),
                        images.test().count(),
                        MIN_PER_DIGIT,
                        MIN_TEST_IMAGES,
                        planned / digits,
                        TEST_IMAGES));
            }
            int denominator = SIZES.get(0) / digits;
            int multiple = planned / SIZES.get(0);
            return new Fraction(Math.min(denominator, counts[rarest] / multiple), denominator);
        }

        /** This fraction of a planned number of images. */
        int of(int planned) {
            return planned * numerator / denominator;
        }

        /** The number of epochs that has as many steps on this fraction of the images. */
        int epochs(int planned) {
            return planned * denominator / numerator;
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        int planned = SIZES.get(SIZES.size() - 1) + VALIDATION_IMAGES;
        ImageDataset images = new MnistSource(settings).load(planned, TEST_IMAGES);
        int classes = images.classes().size();
        Fraction fraction = Fraction.of(images, planned);
        StratifiedSplit validation =
                split(images, images.training(), fraction.of(VALIDATION_IMAGES), settings, "validation split");
        LabelledImages rest = images.training().select(validation.rest());
        double learningRate = settings.scale() == Scale.FULL ? LEARNING_RATE : QUICK_LEARNING_RATE;
        int epochs = fraction.epochs(settings.scale() == Scale.FULL ? 100 : 10);
        int mostSteps = epochs * fraction.of(SIZES.get(SIZES.size() - 1)) / BATCH_SIZE;
        List<Size> sizes = new ArrayList<>();
        for (int plannedSize : SIZES) {
            int size = fraction.of(plannedSize);
            LabelledImages training = rest.select(split(images, rest, size, settings, "training set of " + size)
                    .taken());
            ChannelScaling scaling = ChannelScaling.zeroToOne(1);
            TrainingData data = new TrainingData(
                    images.title(),
                    scaling.features(training, classes),
                    scaling.features(images.training().select(validation.taken()), classes),
                    scaling.features(images.test(), classes));
            TrainingPlan plan = plan(size, epochs, learningRate);
            TrainingPlan equalSteps = settings.scale() == Scale.FULL ? plan : withSteps(size, mostSteps, learningRate);
            List<Repeats> repeats = laboratory.grid(data, List.of(plan, equalSteps), settings.repeats(5, 5));
            sizes.add(new Size(data, repeats.get(0), repeats.get(1)));
        }
        return new Result(settings.scale(), images.origin(), epochs, List.copyOf(sizes));
    }

    private static StratifiedSplit split(
            ImageDataset set, LabelledImages images, int count, CourseSettings settings, String purpose) {
        return StratifiedSplit.of(
                set.name() + "'s training images",
                images.labels(),
                set.classes(),
                count / set.classes().size(),
                SeededRandom.of(settings.seed(), purpose));
    }

    /** The plan with enough epochs for a number of steps, which equals {@link #plan} where that has as many steps. */
    private static TrainingPlan withSteps(int size, int steps, double learningRate) {
        int perEpoch = size / BATCH_SIZE;
        TrainingPlan plan = plan(size, (steps + perEpoch - 1) / perEpoch, learningRate);
        return steps % perEpoch == 0 ? plan : plan.withStopping(new Stopping.AfterSteps(steps));
    }

    private static TrainingPlan plan(int size, int epochs, double learningRate) {
        return new TrainingPlan(
                NETWORK,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(learningRate),
                BATCH_SIZE,
                epochs,
                Recording.every(size / BATCH_SIZE, Curve.MEAN_TRAINING_LOSS).withParameters());
    }
}
