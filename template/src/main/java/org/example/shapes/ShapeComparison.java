package org.example.shapes;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/** Trains a linear classifier and a convolutional network on the shapes, with several seeds. */
record ShapeComparison() implements Experiment<ShapeComparison.Result> {
    private static final int BATCH_SIZE = 10;
    private static final int EPOCHS = 40;

    /**
     * What was found.
     *
     * @param scale at which the networks were trained
     * @param data what was learnt from and tested on
     * @param linear runs of the linear classifier, one a seed
     * @param convolutional runs of the convolutional network, with the same seeds
     */
    record Result(Scale scale, TrainingData data, Repeats linear, Repeats convolutional) {
        /** The test accuracies of both, seed by seed. */
        SeedComparison accuracies() {
            return new SeedComparison(
                    "test accuracy",
                    SeedSample.of("the convolutional network", convolutional.runs(), ShapeComparison::accuracy),
                    SeedSample.of("the linear classifier", linear.runs(), ShapeComparison::accuracy));
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        ShapeImages.Prepared shapes = laboratory.result(new ShapeImages());
        Shape image = new Shape(
                1,
                shapes.images().training().height(),
                shapes.images().training().width());
        int classes = shapes.images().classes().size();
        List<Repeats> networks = laboratory.grid(
                shapes.data(),
                List.of(plan(linear(image, classes)), plan(convolutional(image, classes))),
                laboratory.settings().repeats(3, 10));
        return new Result(laboratory.settings().scale(), shapes.data(), networks.get(0), networks.get(1));
    }

    static Architecture linear(Shape image, int classes) {
        return new Architecture("linear", image, List.of(new FullyConnected(classes, true)));
    }

    static Architecture convolutional(Shape image, int classes) {
        return new Architecture(
                "convolutional",
                image,
                List.of(
                        new Convolution(5, 5, 6),
                        new Activation(ActivationFunction.RELU),
                        new MaxPooling(12),
                        new FullyConnected(classes, true)));
    }

    static TrainingPlan plan(Architecture architecture) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Adam(.01, .9, .999, 1e-8),
                BATCH_SIZE,
                EPOCHS,
                Recording.every(24, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }

    private static double accuracy(Run run) {
        return run.result().testAccuracy();
    }
}
