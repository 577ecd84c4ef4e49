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

/**
 * The tutorial's network and the handout's variations on it, which change one setting each.
 *
 * <p>The handout's constants are those of the full scale. At quick scale a network takes a few hundred steps: in batches of 16 at
 * a learning rate of .01, and from He's initial weights, with which its loss begins to fall at once, the tutorial's network learns in
 * seconds what batches of 4 at .001 teach it in minutes. The comparison of the two losses has Xavier's weights: He's give outputs near 0 or
 * 1, at which the gradient of the mean squared error vanishes.
 */
enum Variation {
    /** As the tutorial trains it: two epochs at full scale. */
    OUT_OF_THE_BOX(
            "the tutorial network out of the box",
            ColourCifarArchitectures.TUTORIAL,
            full(4, .001, 2),
            quick(16, .01, 7)),
    /** The same for more epochs: the reference of all others. */
    BASE("the tutorial network", ColourCifarArchitectures.TUTORIAL, full(4, .001, 50), quick(16, .01, 7)),
    SINGLE_LAYER("a single layer", ColourCifarArchitectures.SINGLE_LAYER, full(4, .001, 50), quick(16, .003, 7)),
    /** With 3,072 inputs the tutorial's learning rate is too large for a layer alone. */
    SINGLE_LAYER_LOWER_RATE(
            "a single layer", ColourCifarArchitectures.SINGLE_LAYER, full(4, .0001, 50), quick(16, .0005, 7)),
    LAYERS_WITH_RELU(
            "three layers with ReLU", ColourCifarArchitectures.LAYERS_WITH_RELU, full(4, .001, 50), quick(16, .005, 7)),
    LAYERS_WITHOUT_RELU(
            "three layers without ReLU",
            ColourCifarArchitectures.LAYERS_WITHOUT_RELU,
            full(4, .001, 50),
            quick(16, .005, 7)),
    BATCH_SIZE_1("the tutorial network", ColourCifarArchitectures.TUTORIAL, full(1, .001, 5), quick(1, .002, 3)),
    /** The tutorial's own batch size, also at quick scale. */
    BATCH_SIZE_4("the tutorial network", ColourCifarArchitectures.TUTORIAL, full(4, .001, 50), quick(4, .002, 3)),
    BATCH_SIZE_1000(
            "the tutorial network", ColourCifarArchitectures.TUTORIAL, full(1_000, .001, 5), quick(1_000, .002, 3)),
    LEARNING_RATE_10("the tutorial network", ColourCifarArchitectures.TUTORIAL, full(4, 10, 5), quick(16, 10, 4)),
    LEARNING_RATE_TENTH("the tutorial network", ColourCifarArchitectures.TUTORIAL, full(4, .1, 5), quick(16, .2, 4)),
    LEARNING_RATE_HUNDREDTH(
            "the tutorial network", ColourCifarArchitectures.TUTORIAL, full(4, .01, 5), quick(16, .05, 4)),
    LEARNING_RATE_TEN_THOUSANDTH(
            "the tutorial network", ColourCifarArchitectures.TUTORIAL, full(4, .0001, 5), quick(16, .0005, 4)),
    /** On the images that {@link #AUGMENTED} is trained on. */
    NOT_AUGMENTED(
            "training without augmentation", ColourCifarArchitectures.TUTORIAL, full(4, .001, 50), quick(16, .01, 20)),
    AUGMENTED("training with augmentation", ColourCifarArchitectures.TUTORIAL, full(4, .001, 20), quick(16, .01, 20)) {
        @Override
        TrainingPlan changed(TrainingPlan plan) {
            return plan.withAugmentation(Augmentation.defaults());
        }
    },
    /** The tutorial network beside {@link #SQUARED_ERROR}, from the same initial weights. */
    CROSS_ENTROPY(
            "cross-entropy",
            ColourCifarArchitectures.TUTORIAL,
            full(4, .001, 50),
            new Constants(16, .01, 4, Initialisation.XAVIER)),
    /** Its gradient is a fifth of the cross-entropy's, which the quick learning rate makes up for. */
    SQUARED_ERROR(
            "mean squared error",
            ColourCifarArchitectures.TUTORIAL,
            full(4, .001, 10),
            new Constants(16, .05, 5, Initialisation.XAVIER)) {
        @Override
        TrainingPlan changed(TrainingPlan plan) {
            return plan.withObjective(new Objective(Loss.MEAN_SQUARED_ERROR, 0));
        }
    };

    private static final double MOMENTUM = 0.9;

    private final String title;
    private final Architecture architecture;
    private final Constants full;
    private final Constants quick;

    Variation(String title, Architecture architecture, Constants full, Constants quick) {
        this.title = title;
        this.architecture = architecture;
        this.full = full;
        this.quick = quick;
    }

    /** What is trained, or what distinguishes it from the tutorial's network, in words that fit into a sentence. */
    String title() {
        return title;
    }

    /** The plan, with a point of the curves after every epoch. */
    TrainingPlan plan(Scale scale, int trainingImages) {
        Constants constants = scale == Scale.FULL ? full : quick;
        int batches = (trainingImages + constants.batchSize() - 1) / constants.batchSize();
        return changed(new TrainingPlan(
                architecture,
                constants.initialisation(),
                new Optimiser.Momentum(constants.learningRate(), MOMENTUM),
                constants.batchSize(),
                constants.epochs(),
                Recording.every(batches, Curve.MEAN_TRAINING_LOSS, Curve.TRAINING_SET_ACCURACY, Curve.TEST_ACCURACY)
                        .withTestProbabilities()
                        .withParameters()));
    }

    /** The plan with the settings that are changed beside architecture, batch size and learning rate. */
    TrainingPlan changed(TrainingPlan plan) {
        return plan;
    }

    /** The constants at full scale: the handout's. */
    Constants full() {
        return full;
    }

    /** The constants of a plan, with momentum 0.9. */
    record Constants(int batchSize, double learningRate, int epochs, Initialisation initialisation) {}

    private static Constants full(int batchSize, double learningRate, int epochs) {
        return new Constants(batchSize, learningRate, epochs, Initialisation.PYTORCH);
    }

    private static Constants quick(int batchSize, double learningRate, int epochs) {
        return new Constants(batchSize, learningRate, epochs, Initialisation.KAIMING_NORMAL);
    }
}
