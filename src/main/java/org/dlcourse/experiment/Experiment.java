package org.dlcourse.experiment;

/**
 * Something to find out by training networks. Experiments that are equal give the same result, so they are records.
 *
 * <pre>{@code
 * record TestAccuracies(TrainingData data, TrainingPlan convolutional, TrainingPlan perceptron)
 *         implements Experiment<List<MeanInterval>> {
 *     public List<MeanInterval> conduct(Laboratory laboratory) {
 *         List<Repeats> runs = laboratory.grid(data, List.of(convolutional, perceptron), 3);
 *         return runs.stream().map(Repeats::testAccuracy).toList();
 *     }
 * }
 * }</pre>
 *
 * @param <R> what is found
 */
public interface Experiment<R> {
    /**
     * Does the experiment with the laboratory's settings and runs.
     *
     * @return what is found, such as a record of runs and what follows from them
     */
    R conduct(Laboratory laboratory);
}
