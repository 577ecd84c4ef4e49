package org.dlcourse.homework.conv;

import org.dlcourse.dataset.Augmentation;
import org.dlcourse.homework.cifar.ColourCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Objective;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TrainingPlan;

/** The entries of the competition, each with its training plan. */
enum Entry {
    /** The baseline: handout 2's network and recipe, with larger batches. */
    TUTORIAL("tutorial network", 2, 10, false) {
        @Override
        TrainingPlan plan(Scale scale, int trainingImages) {
            return plan(ColourCifarArchitectures.TUTORIAL, .01, new Schedule.Constant(), scale, trainingImages);
        }
    },
    /** Without augmentation and label smoothing. */
    STACKED_PLAIN("stacked, plain recipe", 2, 3, false) {
        @Override
        TrainingPlan plan(Scale scale, int trainingImages) {
            return scheduled(CompetitionArchitectures.stacked(width(scale, 16)), scale, trainingImages)
                    .withObjective(Objective.penalised(PENALTY));
        }
    },
    /** Plain convolutions as in VGG. */
    STACKED("stacked", 2, 3, false) {
        @Override
        TrainingPlan plan(Scale scale, int trainingImages) {
            return fullRecipe(CompetitionArchitectures.stacked(width(scale, 16)), scale, trainingImages);
        }
    },
    /** Residual blocks, with as many multiplications and epochs as the entry before. */
    RESIDUAL_SHORT("residual", 2, 3, false) {
        @Override
        TrainingPlan plan(Scale scale, int trainingImages) {
            return fullRecipe(CompetitionArchitectures.residual(width(scale, 16)), scale, trainingImages);
        }
    },
    /** What a CPU can train in about an hour. */
    RESIDUAL("residual, longer", 3, 20, false) {
        @Override
        TrainingPlan plan(Scale scale, int trainingImages) {
            return fullRecipe(CompetitionArchitectures.residual(width(scale, 16)), scale, trainingImages);
        }
    },
    /** Sixteen times the multiplications: an epoch would take most of an hour on one core. */
    RESIDUAL_WIDE("residual, wide", 9, 30, true) {
        @Override
        TrainingPlan plan(Scale scale, int trainingImages) {
            return fullRecipe(CompetitionArchitectures.residual(width(scale, 64)), scale, trainingImages);
        }
    };

    /** With batches of 128, a few hundred images are too few steps to learn anything. */
    static final int QUICK_BATCH = 16;

    private static final double MOMENTUM = .9;

    /** The same as a weight decay of 5e-4 in PyTorch. */
    private static final double PENALTY = 2.5e-4;

    private static final double SMOOTHING = .1;
    private static final double HIGHEST_LEARNING_RATE = .1;
    private static final double WARM_UP = .2;

    /** Crops of at least .64 of the image's area shift and enlarge it a little; the default of .08 needs far longer training. */
    private static final Augmentation AUGMENTATION = new Augmentation(.64, 1.25, .5);

    private final String title;
    private final int quickEpochs;
    private final int fullEpochs;
    private final boolean needsGpu;

    Entry(String title, int quickEpochs, int fullEpochs, boolean needsGpu) {
        this.title = title;
        this.quickEpochs = quickEpochs;
        this.fullEpochs = fullEpochs;
        this.needsGpu = needsGpu;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    /** Whether it is run only on a GPU, since it would take days on a CPU. */
    boolean needsGpu() {
        return needsGpu;
    }

    /** The plan, which with data and seed determines the entry's run. */
    abstract TrainingPlan plan(Scale scale, int trainingImages);

    /** Augmentation, label smoothing, warm-up and cosine schedule, penalty. */
    TrainingPlan fullRecipe(Architecture architecture, Scale scale, int trainingImages) {
        return scheduled(architecture, scale, trainingImages)
                .withObjective(Objective.penalised(PENALTY).smoothed(SMOOTHING))
                .withAugmentation(AUGMENTATION);
    }

    TrainingPlan scheduled(Architecture architecture, Scale scale, int trainingImages) {
        return plan(architecture, HIGHEST_LEARNING_RATE, new Schedule.WarmUpCosine(WARM_UP), scale, trainingImages);
    }

    /** A plan with two recorded points per epoch. */
    TrainingPlan plan(
            Architecture architecture, double learningRate, Schedule schedule, Scale scale, int trainingImages) {
        int batchSize = scale == Scale.FULL ? 128 : QUICK_BATCH;
        int epochs = scale == Scale.FULL ? fullEpochs : quickEpochs;
        int batches = (trainingImages + batchSize - 1) / batchSize;
        return new TrainingPlan(
                        architecture,
                        Initialisation.KAIMING_NORMAL,
                        new Optimiser.Momentum(learningRate, MOMENTUM),
                        schedule,
                        batchSize,
                        epochs,
                        Recording.every(
                                        batches / 2,
                                        Curve.MEAN_TRAINING_LOSS,
                                        Curve.LEARNING_RATE,
                                        Curve.VALIDATION_LOSS,
                                        Curve.VALIDATION_ACCURACY)
                                .withParameters())
                .withImplementation(architecture.isGraph() ? Implementation.DL4J : Implementation.ND4J_OPERATIONS);
    }

    /** The number of filters: a quarter at quick scale. */
    static int width(Scale scale, int atFullScale) {
        return scale == Scale.FULL ? atFullScale : atFullScale / 4;
    }
}
