package org.dlcourse.homework.dogs.breeds;

import java.util.Optional;
import java.util.function.Supplier;
import org.dlcourse.exercise.DogModel;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.sandbox.Verdict;

/**
 * The solutions that count a network's weights: a formula, the network itself, or both.
 *
 * @param formula the reference's where none is handed in
 * @param model empty where none is handed in
 */
record HandedInWeights(ParameterCount formula, Optional<DogModel> model) {
    /**
     * What is to be judged.
     *
     * @param model interface of the network
     * @param reference the network where there is no submission
     * @param name of the class that students write
     * @throws SubmissionException if there is neither formula nor network
     */
    static <M extends DogModel> HandedInWeights of(
            Solutions solutions, Class<M> model, Supplier<? extends M> reference, String name) {
        Optional<ParameterCount> formula = solutions.ifHandedIn(ParameterCount.class, SummedParameterCount::new);
        Optional<M> network = solutions.ifHandedIn(model, reference);
        if (formula.isEmpty() && network.isEmpty()) {
            throw new SubmissionException(
                    Verdict.NOT_FOUND,
                    "No file has the class " + name
                            + " or the function perceptron_parameters. Expected one of both in a .py or"
                            + " .ipynb file of the folder.");
        }
        return new HandedInWeights(formula.orElseGet(SummedParameterCount::new), network.map(one -> one));
    }
}
