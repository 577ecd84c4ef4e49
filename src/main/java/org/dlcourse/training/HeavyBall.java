package org.dlcourse.training;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Classical momentum (Polyak's heavy ball) as DL4J's updater, which brings Nesterov's only.
 *
 * <p>The velocity v is momentum times v plus the gradient; a step is the learning rate times v, as in PyTorch's SGD.
 */
final class HeavyBall implements IUpdater {
    private static final long serialVersionUID = 1;
    private static final String VELOCITY = "velocity";

    private final double momentum;
    /** DL4J changes the learning rate of a network by changing its updaters. */
    private double learningRate;

    HeavyBall(double learningRate, double momentum) {
        this.learningRate = learningRate;
        this.momentum = momentum;
    }

    @Override
    public long stateSize(long parameters) {
        return parameters;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(INDArray state, boolean initialise) {
        Step step = new Step();
        step.setStateViewArray(state, new long[] {1, state.length()}, 'c', initialise);
        return step;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(Map<String, INDArray> state, boolean initialise) {
        Step step = new Step();
        step.setState(state, initialise);
        return step;
    }

    @Override
    public HeavyBall clone() {
        return new HeavyBall(learningRate, momentum);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        if (schedule != null) {
            throw new IllegalArgumentException(
                    "Schedules are the trainer's; the updater takes a learning rate, not " + schedule);
        }
        learningRate = rate;
    }

    private final class Step implements GradientUpdater<HeavyBall> {
        private INDArray velocity;

        @Override
        public HeavyBall getConfig() {
            return HeavyBall.this;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialise) {
            velocity = state.get(VELOCITY);
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of(VELOCITY, velocity);
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
            if (initialise) {
                view.assign(0);
            }
            velocity = view.reshape(order, shape);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            INDArray shaped = velocity.reshape(gradient.ordering(), gradient.shape());
            shaped.muli(momentum).addi(gradient);
            gradient.assign(shaped).muli(learningRate);
        }
    }
}
