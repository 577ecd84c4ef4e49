package org.dlcourse.homework.cifar;

import org.dlcourse.dataset.Augmentation;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Objective;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingPlan;

/** The tutorial's network and the handout's variations on it, which change one setting each. */
enum Variation {
    /** As the tutorial trains it: two epochs at full scale. */
    OUT_OF_THE_BOX("the tutorial network out of the box", ColourCifarArchitectures.TUTORIAL, 4, .001, 6, 2),
    /** The same for more epochs: the reference of all others. */
    BASE("the tutorial network", ColourCifarArchitectures.TUTORIAL, 4, .001, 6, 50),
    SINGLE_LAYER("a single layer at learning rate 0.001", ColourCifarArchitectures.SINGLE_LAYER, 4, .001, 6, 50),
    /** With 3,072 inputs the tutorial's learning rate is too large for a layer alone. */
    SINGLE_LAYER_LOWER_RATE(
            "a single layer at learning rate 0.0001", ColourCifarArchitectures.SINGLE_LAYER, 4, .0001, 6, 50),
    LAYERS_WITH_RELU("three layers with ReLU", ColourCifarArchitectures.LAYERS_WITH_RELU, 4, .001, 6, 50),
    LAYERS_WITHOUT_RELU("three layers without ReLU", ColourCifarArchitectures.LAYERS_WITHOUT_RELU, 4, .001, 6, 50),
    BATCH_SIZE_1("batch size 1", ColourCifarArchitectures.TUTORIAL, 1, .001, 3, 5),
    BATCH_SIZE_1000("batch size 1,000", ColourCifarArchitectures.TUTORIAL, 1_000, .001, 3, 5),
    LEARNING_RATE_10("learning rate 10", ColourCifarArchitectures.TUTORIAL, 4, 10, 6, 5),
    LEARNING_RATE_TENTH("learning rate 0.1", ColourCifarArchitectures.TUTORIAL, 4, .1, 6, 5),
    LEARNING_RATE_HUNDREDTH("learning rate 0.01", ColourCifarArchitectures.TUTORIAL, 4, .01, 6, 5),
    LEARNING_RATE_TEN_THOUSANDTH("learning rate 0.0001", ColourCifarArchitectures.TUTORIAL, 4, .0001, 6, 5),
    AUGMENTED("with augmentation", ColourCifarArchitectures.TUTORIAL, 4, .001, 6, 20) {
        @Override
        TrainingPlan changed(TrainingPlan plan) {
            return plan.withAugmentation(Augmentation.defaults());
        }
    },
    SQUARED_ERROR("mean squared error", ColourCifarArchitectures.TUTORIAL, 4, .001, 6, 10) {
        @Override
        TrainingPlan changed(TrainingPlan plan) {
            return plan.withObjective(new Objective(Loss.MEAN_SQUARED_ERROR, 0));
        }
    };

    private static final double MOMENTUM = 0.9;

    private final String title;
    private final Architecture architecture;
    private final int batchSize;
    private final double learningRate;
    private final int quickEpochs;
    private final int fullEpochs;

    Variation(
            String title,
            Architecture architecture,
            int batchSize,
            double learningRate,
            int quickEpochs,
            int fullEpochs) {
        this.title = title;
        this.architecture = architecture;
        this.batchSize = batchSize;
        this.learningRate = learningRate;
        this.quickEpochs = quickEpochs;
        this.fullEpochs = fullEpochs;
    }

    /** What distinguishes it from the other variations, in words that fit into a sentence. */
    String title() {
        return title;
    }

    /** The plan, with a point of the curves after every epoch. */
    TrainingPlan plan(Scale scale, int trainingImages) {
        int batches = (trainingImages + batchSize - 1) / batchSize;
        return changed(new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Momentum(learningRate, MOMENTUM),
                batchSize,
                scale == Scale.FULL ? fullEpochs : quickEpochs,
                Recording.every(batches, Curve.MEAN_TRAINING_LOSS, Curve.TRAINING_SET_ACCURACY, Curve.TEST_ACCURACY)
                        .withTestProbabilities()
                        .withParameters()));
    }

    /** The plan with the settings that are changed beside architecture, batch size and learning rate. */
    TrainingPlan changed(TrainingPlan plan) {
        return plan;
    }
}
