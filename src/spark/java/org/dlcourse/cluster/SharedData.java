package org.dlcourse.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.training.TrainingData;

/**
 * Training data that all executors can have.
 *
 * @param examples for training and validation, and for testing where the data have a test set
 */
record SharedData(String title, List<SharedExamples> examples) implements Serializable {
    static SharedData of(TrainingData data, Function<Examples, SharedExamples> shared) {
        return new SharedData(data.title(), sets(data).map(shared).toList());
    }

    static Stream<Examples> sets(TrainingData data) {
        return Stream.concat(Stream.of(data.training(), data.validation()), data.testSet().stream());
    }

    /**
     * The data in this process.
     *
     * @param here what gives the examples
     */
    TrainingData here(Function<SharedExamples, Examples> here) {
        List<Examples> sets = examples.stream().map(here).toList();
        return new TrainingData(
                title, sets.get(0), sets.get(1), sets.size() > 2 ? Optional.of(sets.get(2)) : Optional.empty());
    }
}
