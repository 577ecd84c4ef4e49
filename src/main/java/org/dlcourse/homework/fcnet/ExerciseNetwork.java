package org.dlcourse.homework.fcnet;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Loss;
import org.dlcourse.model.ThreadMemory;
import org.dlcourse.training.Batch;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainableNetwork;
import org.dlcourse.training.TrainingPlan;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The exercise's two-layer network under plain gradient descent, in double precision. */
final class ExerciseNetwork implements TrainableNetwork {
    /**
     * Reuses the memory of intermediate arrays from step to step: mapping and unmapping pages for each array would take ten
     * times as long as the arithmetic.
     */
    private static final WorkspaceConfiguration WORKSPACE = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private static final String WORKSPACE_NAME = "exercise network";

    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final double penalty;
    private final Parameters parameters;
    private double learningRate;

    /** The plan's network with the initial weights of a network of DL4J. */
    ExerciseNetwork(TrainingPlan plan, MultiLayerNetwork start) {
        checkFits(plan);
        this.penalty = plan.objective().penalty();
        this.learningRate = plan.optimiser().learningRate();
        this.parameters = new Parameters(
                weights(start.getParam("0_W")),
                vector(start.getParam("0_b")),
                weights(start.getParam("1_W")),
                vector(start.getParam("1_b")));
    }

    private static void checkFits(TrainingPlan plan) {
        List<LayerSpec> layers = plan.architecture().layers();
        boolean twoLayers = layers.size() == 3
                && layers.get(0) instanceof FullyConnected hidden
                && hidden.bias()
                && layers.get(1).equals(new Activation(ActivationFunction.RELU))
                && layers.get(2) instanceof FullyConnected prediction
                && prediction.bias();
        if (!twoLayers
                || plan.objective().loss() != Loss.CROSS_ENTROPY
                || plan.objective().smoothing() > 0
                || !(plan.optimiser() instanceof Optimiser.Sgd)) {
            throw new IllegalArgumentException(
                    "The exercise's network has one hidden layer with ReLU, biases, cross-entropy without smoothing and plain SGD; found "
                            + plan.architecture().notation() + ", "
                            + plan.objective() + " and " + plan.optimiser() + ".");
        }
    }

    /** Row by row, as the gradients are: operations on two arrays of different orders take several times as long. */
    private static INDArray weights(INDArray columnByColumn) {
        return columnByColumn.castTo(DataType.DOUBLE).dup('c');
    }

    private static INDArray vector(INDArray bias) {
        return bias.castTo(DataType.DOUBLE).reshape(bias.length());
    }

    @Override
    public double step(Batch batch) {
        try (MemoryWorkspace workspace = workspace()) {
            LossAndGradients loss =
                    network.loss(parameters, batch.features().castTo(DataType.DOUBLE), batch.labels(), penalty);
            Parameters gradients = loss.gradients();
            parameters.hiddenWeights().subi(gradients.hiddenWeights().muli(learningRate));
            parameters.hiddenBias().subi(gradients.hiddenBias().muli(learningRate));
            parameters.outputWeights().subi(gradients.outputWeights().muli(learningRate));
            parameters.outputBias().subi(gradients.outputBias().muli(learningRate));
            return loss.loss();
        }
    }

    private static MemoryWorkspace workspace() {
        return Nd4j.getWorkspaceManager().getAndActivateWorkspace(WORKSPACE, WORKSPACE_NAME);
    }

    @Override
    public INDArray outputs(INDArray features) {
        try (MemoryWorkspace workspace = workspace()) {
            return network.probabilities(parameters, features.castTo(DataType.DOUBLE))
                    .castTo(DataType.FLOAT)
                    .detach();
        }
    }

    @Override
    public INDArray firstLayerOutputs(INDArray features) {
        INDArray scores = features.castTo(DataType.DOUBLE)
                .mmul(parameters.hiddenWeights())
                .addiRowVector(parameters.hiddenBias());
        return Transforms.max(scores, 0, false).castTo(DataType.FLOAT);
    }

    @Override
    public INDArray firstLayerWeights() {
        return parameters.hiddenWeights().transpose().castTo(DataType.FLOAT);
    }

    /** In the order of DL4J, which stores dense weights column by column. */
    @Override
    public INDArray parameters() {
        return Nd4j.toFlattened(
                        'f',
                        parameters.hiddenWeights(),
                        parameters.hiddenBias(),
                        parameters.outputWeights(),
                        parameters.outputBias())
                .castTo(DataType.FLOAT);
    }

    @Override
    public void learnAt(double rate) {
        learningRate = rate;
    }

    @Override
    public void close() {
        // Those of this thread: a run stays on the thread on which it was created.
        ThreadMemory.releaseWorkspaces();
    }
}
