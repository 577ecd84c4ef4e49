package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.dogs.mnist.MnistBySize;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains a fully connected and a convolutional network on dog breeds with early stopping: three seeds at quick scale, one at full
 * scale.
 */
public record DogNetworks() implements Experiment<DogNetworks.Result> {
    /** Training stops after the first epoch in which the validation loss falls by less, in nats. */
    static final double MIN_DECREASE = 1e-4;

    static final int MAX_EPOCHS = 100;

    private static final int BATCH_SIZE = 10;
    /** The handout's, which is used at full scale. */
    private static final double LEARNING_RATE = 1e-5;

    static final double QUICK_LEARNING_RATE = 3e-3;
    private static final int QUICK_MAX_EPOCHS = 40;
    private static final Shape IMAGE = new Shape(3, 64, 64);

    static Architecture perceptron(int breeds) {
        return MnistBySize.perceptron("fully connected", IMAGE, breeds);
    }

    /** Kernels of 5 x 5 with a stride of 2, so that each layer halves height and width as pooling would. */
    static Architecture convolutional(int breeds) {
        return new Architecture(
                "convolutional",
                IMAGE,
                List.of(
                        new Convolution(5, 5, 16, 2),
                        new Activation(ActivationFunction.RELU),
                        new Convolution(5, 5, 32, 2),
                        new Activation(ActivationFunction.RELU),
                        new FullyConnected(breeds, true)));
    }

    /**
     * The trained networks.
     *
     * @param scale scale of the runs
     * @param images images and data for training
     * @param perceptron runs of the fully connected network
     * @param convolutional runs of the convolutional network
     */
    public record Result(Scale scale, DogImages.Prepared images, Repeats perceptron, Repeats convolutional) {
        /** The run with the highest test accuracy. */
        Run best() {
            return perceptron.bestTestAccuracy() > convolutional.bestTestAccuracy()
                    ? perceptron.best()
                    : convolutional.best();
        }

        /** The runs of both networks. */
        List<Run> runs() {
            return Stream.concat(perceptron.runs().stream(), convolutional.runs().stream())
                    .toList();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        DogImages.Prepared images = laboratory.result(new DogImages());
        boolean isFull = settings.scale() == Scale.FULL;
        int epochs = isFull ? MAX_EPOCHS : QUICK_MAX_EPOCHS;
        double learningRate = isFull ? LEARNING_RATE : QUICK_LEARNING_RATE;
        int count = images.data().training().count();
        int breeds = images.images().classes().size();
        List<Repeats> networks = laboratory.grid(
                images.data(),
                List.of(
                        plan(perceptron(breeds), learningRate, epochs, count),
                        plan(convolutional(breeds), learningRate, epochs, count)),
                settings.repeats(3, 1));
        return new Result(settings.scale(), images, networks.get(0), networks.get(1));
    }

    static TrainingPlan plan(Architecture architecture, double learningRate, int epochs, int trainingImages) {
        return new TrainingPlan(
                        architecture,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(learningRate),
                        BATCH_SIZE,
                        epochs,
                        Recording.every(
                                        (trainingImages + BATCH_SIZE - 1) / BATCH_SIZE,
                                        Curve.TRAINING_SET_LOSS,
                                        Curve.TRAINING_SET_ACCURACY,
                                        Curve.VALIDATION_LOSS,
                                        Curve.VALIDATION_ACCURACY)
                                .withTestProbabilities())
                .withStopping(new Stopping.WhenLossIsFlat(MIN_DECREASE));
    }
}
