package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GraphFactory;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.dlcourse.model.Loss;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Everything that determines a training run but its data and its seed.
 *
 * <pre>{@code
 * TrainingPlan plan = new TrainingPlan(
 *                 perceptron,
 *                 Initialisation.PYTORCH,
 *                 Optimiser.Adam.defaults(),
 *                 new Schedule.Decay(0.95),
 *                 50,
 *                 15,
 *                 Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY))
 *         .withObjective(Objective.penalised(1e-4));
 * }</pre>
 *
 * @param architecture the network
 * @param initialisation how weights and biases start
 * @param objective what training makes small
 * @param optimiser how a gradient becomes a step
 * @param schedule how the optimiser's learning rate changes
 * @param batchSize examples in a batch; the last batch of an epoch takes what is left
 * @param epochs how often every training example is seen at most; examples are shuffled before each epoch
 * @param stopping what ends the run before
 * @param augmentation how training images are changed each time they are seen; empty if they are not
 * @param recording what is kept of the run
 * @param implementation whose code computes
 */
public record TrainingPlan(
        Architecture architecture,
        Initialisation initialisation,
        Objective objective,
        Optimiser optimiser,
        Schedule schedule,
        int batchSize,
        int epochs,
        Stopping stopping,
        Optional<Augmentation> augmentation,
        Recording recording,
        Implementation implementation) {
    public TrainingPlan {
        if (recording.has(Curve.FIRST_LAYER_GRADIENT) && !(optimiser instanceof Optimiser.Sgd)) {
            throw new IllegalArgumentException(
                    "The gradient can be taken from the weights with plain SGD only, not with " + optimiser
                            + ", whose steps depend on earlier gradients too.");
        }
        if (schedule instanceof Schedule.OnPlateau && !recording.has(Curve.VALIDATION_ACCURACY)) {
            throw new IllegalArgumentException("A schedule that waits for a plateau needs " + Curve.VALIDATION_ACCURACY
                    + " among the recorded curves," + " not " + recording.curves() + " alone.");
        }
        if (stopping instanceof Stopping.WhenLossIsFlat && !recording.has(Curve.VALIDATION_LOSS)) {
            throw new IllegalArgumentException("A run that stops when the validation loss is flat needs "
                    + Curve.VALIDATION_LOSS + " among the recorded curves, not " + recording.curves() + " alone.");
        }
        if (Double.isNaN(optimiser.learningRate())
                && (recording.has(Curve.LEARNING_RATE) || !(schedule instanceof Schedule.Constant))) {
            throw new IllegalArgumentException(optimiser.notation() + " has no learning rate that could be recorded or"
                    + " follow the schedule " + schedule + ".");
        }
        if (augmentation.isPresent() && architecture.inputForm() == InputForm.SEQUENCES) {
            throw new IllegalArgumentException(
                    "Augmentation changes images, and " + architecture.name() + " takes sequences.");
        }
        if (recording.has(Curve.FIRST_LAYER_SATURATION)
                && architecture.firstActivation().isEmpty()) {
            throw new IllegalArgumentException("The saturation of the first layer's activations cannot be recorded: "
                    + architecture.name() + " does not begin with a layer and its activation, but with "
                    + architecture.notation() + ".");
        }
    }

    /** A plan for cross-entropy without a penalty that does all its epochs, computed by ND4J's operations where they can. */
    public TrainingPlan(
            Architecture architecture,
            Initialisation initialisation,
            Optimiser optimiser,
            Schedule schedule,
            int batchSize,
            int epochs,
            Recording recording) {
        this(
                architecture,
                initialisation,
                Objective.CROSS_ENTROPY,
                optimiser,
                schedule,
                batchSize,
                epochs,
                new Stopping.AfterLastEpoch(),
                Optional.empty(),
                recording,
                onlyDl4jComputes(architecture, optimiser, Objective.CROSS_ENTROPY)
                                .isPresent()
                        ? Implementation.DL4J
                        : Implementation.ND4J_OPERATIONS);
    }

    /** The same with a constant learning rate. */
    public TrainingPlan(
            Architecture architecture,
            Initialisation initialisation,
            Optimiser optimiser,
            int batchSize,
            int epochs,
            Recording recording) {
        this(architecture, initialisation, optimiser, new Schedule.Constant(), batchSize, epochs, recording);
    }

    /**
     * Batches of one epoch.
     *
     * @param examples of the training set
     * @return the number of batches, the last of which may be smaller
     */
    public int batchesPerEpoch(int examples) {
        return (examples + batchSize - 1) / batchSize;
    }

    /** The same for another objective. */
    public TrainingPlan withObjective(Objective other) {
        return with(other, stopping, augmentation, recording, implementation);
    }

    /** The same that stops otherwise. */
    public TrainingPlan withStopping(Stopping other) {
        return with(objective, other, augmentation, recording, implementation);
    }

    /** The same with training images changed at random. */
    public TrainingPlan withAugmentation(Augmentation other) {
        return with(objective, stopping, Optional.of(other), recording, implementation);
    }

    /** The same that records something else. */
    public TrainingPlan withRecording(Recording other) {
        return with(objective, stopping, augmentation, other, implementation);
    }

    /** The same, computed by other code. */
    public TrainingPlan withImplementation(Implementation other) {
        return with(objective, stopping, augmentation, recording, other);
    }

    private TrainingPlan with(
            Objective newObjective,
            Stopping newStopping,
            Optional<Augmentation> newAugmentation,
            Recording newRecording,
            Implementation newImplementation) {
        return new TrainingPlan(
                architecture,
                initialisation,
                newObjective,
                optimiser,
                schedule,
                batchSize,
                epochs,
                newStopping,
                newAugmentation,
                newRecording,
                newImplementation);
    }

    /**
     * Steps of the whole run, at most.
     *
     * @param examples of the training set
     */
    public int steps(int examples) {
        int all = epochs * batchesPerEpoch(examples);
        return stopping instanceof Stopping.AfterSteps first ? Math.min(all, first.steps()) : all;
    }

    /**
     * Points of a curve of the whole run, at most.
     *
     * @param examples of the training set
     */
    public int points(int examples) {
        return steps(examples) / recording.everySteps();
    }

    /** What of this plan DL4J alone computes, in words. */
    Optional<String> whatOnlyDl4jComputes() {
        return onlyDl4jComputes(architecture, optimiser, objective);
    }

    private static Optional<String> onlyDl4jComputes(
            Architecture architecture, Optimiser optimiser, Objective objective) {
        if (architecture.isGraph() || !architecture.dl4jLayers().isEmpty()) {
            return Optional.of("the layers " + architecture.notation());
        }
        if (objective.loss() == Loss.MEAN_ABSOLUTE_ERROR) {
            return Optional.of("the loss " + objective.loss().title());
        }
        return optimiser instanceof Optimiser.Dl4jUpdater
                ? Optional.of("the optimiser " + optimiser.notation())
                : Optional.empty();
    }

    /**
     * The classes that determine a run of this plan and are neither this project's nor DL4J's: of layers and optimisers that a course
     * has written, and of the {@link NetworkProvider} of its implementation.
     *
     * @return none for plans of this project's own vocabulary
     */
    public List<Class<?>> classesOfTheCourse() {
        return Stream.of(
                        architecture.dl4jLayers().stream()
                                .flatMap(layer -> layer.configuration().classesOfTheCourse().stream()),
                        optimiser instanceof Optimiser.Dl4jUpdater updater
                                ? updater.configuration().classesOfTheCourse().stream()
                                : Stream.<Class<?>>empty(),
                        Networks.providerOfTheCourse(implementation).stream())
                .<Class<?>>flatMap(classes -> classes)
                .distinct()
                .toList();
    }

    /** What makes the networks of this plan. */
    @JsonIgnore
    public NetworkFactory networks() {
        return new NetworkFactory(optimiser.updater(), initialisation, objective, DataType.FLOAT);
    }

    /** What makes the networks of this plan whose layers do not all lie one behind another. */
    @JsonIgnore
    public GraphFactory graphs() {
        return new GraphFactory(networks());
    }
}
