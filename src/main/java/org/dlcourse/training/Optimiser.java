package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.dlcourse.model.Dl4jConfiguration;
import org.dlcourse.util.DecimalNotation;
import org.nd4j.linalg.learning.config.IUpdater;

/** How a gradient becomes a step. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "optimiser")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Optimiser.Adam.class, name = "Adam"),
    @JsonSubTypes.Type(value = Optimiser.Sgd.class, name = "SGD"),
    @JsonSubTypes.Type(value = Optimiser.Momentum.class, name = "SGD with momentum"),
    @JsonSubTypes.Type(value = Optimiser.Dl4jUpdater.class, name = "DL4J")
})
public sealed interface Optimiser {
    /** DL4J's updater that does this. */
    IUpdater updater();

    /** Step size; NaN if the method has none. */
    double learningRate();

    /** Name and learning rate, such as {@code Adam 0.001}. */
    String notation();

    /**
     * Adaptive moment estimation.
     *
     * @param learningRate step size
     * @param beta1 decay of the mean of gradients
     * @param beta2 decay of the mean of squared gradients
     * @param epsilon added to the denominator
     */
    record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimiser {
        /** The defaults of the method's authors (Kingma and Ba, 2015), PyTorch and DL4J. */
        public static Adam defaults() {
            return new Adam(1e-3, 0.9, 0.999, 1e-8);
        }

        @Override
        public IUpdater updater() {
            return new org.nd4j.linalg.learning.config.Adam(learningRate, beta1, beta2, epsilon);
        }

        @Override
        public String notation() {
            Adam usual = new Adam(learningRate, defaults().beta1, defaults().beta2, defaults().epsilon);
            String others = List.of(beta1, beta2, epsilon).stream()
                    .map(DecimalNotation::of)
                    .collect(Collectors.joining(", ", " (", ")"));
            return "Adam " + DecimalNotation.of(learningRate) + (equals(usual) ? "" : others);
        }
    }

    /**
     * Stochastic gradient descent without momentum.
     *
     * @param learningRate step size
     */
    record Sgd(double learningRate) implements Optimiser {
        @Override
        public IUpdater updater() {
            return new org.nd4j.linalg.learning.config.Sgd(learningRate);
        }

        @Override
        public String notation() {
            return "SGD " + DecimalNotation.of(learningRate);
        }
    }

    /**
     * Stochastic gradient descent with classical momentum (the heavy ball), as PyTorch's.
     *
     * @param learningRate step size
     * @param momentum fraction of the velocity that a step keeps
     */
    record Momentum(double learningRate, double momentum) implements Optimiser {
        @Override
        public IUpdater updater() {
            return new HeavyBall(learningRate, momentum);
        }

        @Override
        public String notation() {
            return "SGD " + DecimalNotation.of(learningRate) + " momentum " + DecimalNotation.of(momentum);
        }
    }

    /**
     * Any other updater of ND4J's, or a course's own {@link IUpdater}, by DL4J's own configuration: {@code Dl4jUpdater.of(new
     * RmsProp(0.01))}. Networks with it are trained by DL4J.
     *
     * @param configuration DL4J's
     */
    record Dl4jUpdater(Dl4jConfiguration configuration) implements Optimiser {
        /**
         * The optimiser that DL4J configures so.
         *
         * @throws IllegalArgumentException if DL4J does not read back what it writes of the updater as JSON, or if the updater has a
         *     schedule of its own for its learning rate
         */
        public static Dl4jUpdater of(IUpdater updater) {
            Dl4jConfiguration configuration = Dl4jConfiguration.of(updater);
            if (configuration.mentions("learningRateSchedule")) {
                throw new IllegalArgumentException("The updater " + configuration.simpleName()
                        + " has a schedule of its own. Give it a learning rate, and the plan a Schedule.");
            }
            return new Dl4jUpdater(configuration);
        }

        @Override
        public IUpdater updater() {
            return configuration.as(IUpdater.class);
        }

        @Override
        public double learningRate() {
            IUpdater updater = updater();
            return updater.hasLearningRate() ? updater.getLearningRate(0, 0) : Double.NaN;
        }

        @Override
        public String notation() {
            return configuration.simpleName()
                    + (updater().hasLearningRate() ? " " + DecimalNotation.of(learningRate()) : "");
        }
    }
}
