package org.dlcourse.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Objective;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network as a list of ND4J operations on arrays that stay: it takes the steps that DL4J's layers take, with less around
 * them.
 */
final class OperationNetwork implements TrainableNetwork {
    /** Makes such networks with the first weights that DL4J's would have. */
    static final class Provider implements NetworkProvider {
        @Override
        public Implementation implementation() {
            return Implementation.ND4J_OPERATIONS;
        }

        @Override
        public TrainableNetwork create(TrainingPlan plan, long seed) {
            plan.whatOnlyDl4jComputes().ifPresent(reason -> {
                throw new IllegalArgumentException(plan.architecture().name() + " has " + reason
                        + ", which DL4J alone computes here, not " + plan.implementation()
                        + "; ask for Implementation.DL4J.");
            });
            try (Dl4jNetwork start = new Dl4jNetwork(plan.networks().create(plan.architecture(), seed), seed)) {
                return new OperationNetwork(plan, start.parameters());
            }
        }
    }

    /** As many as leave the activations within the caches, in the forward and the backward pass: the gradient of more is summed up. */
    private static final int IMAGES_AT_A_TIME = 50;

    /** The same on vectors: a multiple of the images that go together on the widest of them. */
    private static final int IMAGES_AT_A_TIME_ON_VECTORS = 64;

    /** Images at a time; with this many the layers behind the convolutions take a negligible share of the time. */
    private static final int VECTORISED_AT_A_TIME = 320;

    private final Architecture architecture;
    private final Objective objective;
    private final FlatParameters parameters;
    private final FlatUpdate update;
    private final Map<List<Long>, OperationProgram> training = new HashMap<>();
    private final Map<List<Long>, OperationProgram> inference = new HashMap<>();
    private final Optional<VectorisedInference> vectorised;
    private final Optional<VectorisedGradient> vectorisedGradient;
    private double learningRate;

    /**
     * The plan's network with these first parameters.
     *
     * @param start in DL4J's order; their data type is the network's
     */
    OperationNetwork(TrainingPlan plan, INDArray start) {
        this.architecture = plan.architecture();
        this.objective = plan.objective();
        this.parameters = FlatParameters.of(architecture, start);
        this.update = FlatUpdate.of(plan.optimiser(), parameters);
        this.vectorised = VectorisedInference.ifFaster(architecture, objective.loss(), parameters);
        this.vectorisedGradient = VectorisedGradient.ifFaster(architecture, objective.loss(), parameters);
        this.learningRate = plan.optimiser().learningRate();
    }

    @Override
    public double step(Batch batch) {
        double loss = gradient(batch);
        update.step(learningRate);
        training.values().forEach(OperationProgram::parametersChanged);
        inference.values().forEach(OperationProgram::parametersChanged);
        vectorised.ifPresent(VectorisedInference::parametersChanged);
        vectorisedGradient.ifPresent(VectorisedGradient::parametersChanged);
        return loss;
    }

    /** Computes the objective's gradient and gives the objective. */
    double gradient(Batch batch) {
        int count = batch.count();
        int atATime = imagesAtATime(count);
        if (atATime == count) {
            return meanGradient(batch) + penalise();
        }
        INDArray sum = parameters.gradient().like();
        double loss = 0;
        for (int from = 0; from < count; from += atATime) {
            int to = Math.min(count, from + atATime);
            double weight = (double) (to - from) / count;
            loss += weight * meanGradient(batch.rows(from, to));
            Nd4j.getBlasWrapper().level1().axpy(sum.length(), weight, parameters.gradient(), sum);
        }
        parameters.gradient().assign(sum);
        sum.close();
        return loss + penalise();
    }

    private int imagesAtATime(int count) {
        if (!architecture.isConvolutional()) {
            return count;
        }
        return Math.min(count, vectorisedGradient.isPresent() ? IMAGES_AT_A_TIME_ON_VECTORS : IMAGES_AT_A_TIME);
    }

    /** Computes the mean loss and its gradient. */
    private double meanGradient(Batch batch) {
        return vectorisedGradient
                .map(vectors -> vectors.meanGradient(batch.features(), batch.targets()))
                .orElseGet(() -> meanGradientOfOperations(batch.features(), batch.targets()));
    }

    private double meanGradientOfOperations(INDArray features, INDArray targets) {
        OperationProgram program = training.computeIfAbsent(
                shape(features),
                shape -> OperationProgram.ofGradient(architecture, objective.loss(), parameters, features.shape()));
        double loss = Evaluation.meanLoss(objective.loss(), program.outputs(features), targets);
        program.gradient(targets);
        return loss;
    }

    /** Adds the penalty's gradient and gives the penalty. */
    private double penalise() {
        if (objective.penalty() == 0) {
            return 0;
        }
        double squares = 0;
        for (FlatParameters.Layer layer : parameters.layers().values()) {
            INDArray weights = layer.weights().reshape(layer.weights().length());
            double norm = weights.norm2Number().doubleValue();
            squares += norm * norm;
            INDArray gradient = layer.weightsGradient().reshape(weights.length());
            Nd4j.getBlasWrapper().level1().axpy(weights.length(), 2 * objective.penalty(), weights, gradient);
        }
        return objective.penalty() * squares;
    }

    @Override
    public INDArray outputs(INDArray features) {
        return vectorised.map(images -> images.outputs(features)).orElseGet(() -> outputsOfOperations(features));
    }

    private INDArray outputsOfOperations(INDArray features) {
        return inference
                .computeIfAbsent(
                        shape(features),
                        shape -> OperationProgram.ofOutputs(
                                architecture, objective.loss(), parameters, features.shape()))
                .outputs(features);
    }

    @Override
    public int imagesAtATime() {
        return vectorised.isPresent() ? VECTORISED_AT_A_TIME : TrainableNetwork.super.imagesAtATime();
    }

    private static List<Long> shape(INDArray features) {
        return Arrays.stream(features.shape()).boxed().toList();
    }

    @Override
    public INDArray firstLayerOutputs(INDArray features) {
        int layers = architecture.firstActivation().isPresent() ? 2 : 1;
        LayerOperations operations = new LayerOperations((int) features.size(0), parameters);
        INDArray outputs = operations.forward(architecture.layers().subList(0, layers), architecture.input(), features);
        operations.preparation().forEach(Operation::run);
        operations.forward().forEach(Operation::run);
        INDArray kept = outputs.rank() == 4 ? outputs.permute(0, 3, 1, 2).dup() : outputs.dup();
        operations.preparation().forEach(Operation::close);
        operations.forward().forEach(Operation::close);
        operations.arrays().forEach(INDArray::close);
        return kept;
    }

    @Override
    public INDArray firstLayerWeights() {
        return parameters.layers().get(0).weights();
    }

    @Override
    public INDArray parameters() {
        return parameters.values().reshape(1, parameters.values().length());
    }

    /** The gradient computed last, [parameters]. */
    INDArray parametersGradient() {
        return parameters.gradient();
    }

    @Override
    public void learnAt(double rate) {
        learningRate = rate;
    }

    @Override
    public void close() {
        training.values().forEach(OperationProgram::close);
        inference.values().forEach(OperationProgram::close);
        vectorised.ifPresent(VectorisedInference::close);
        vectorisedGradient.ifPresent(VectorisedGradient::close);
        update.close();
        parameters.close();
    }
}
