package org.dlcourse.homework.dogs.perceptrons;

import java.util.List;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;

/**
 * How many of the Boolean functions of a number of inputs single perceptrons and constructed networks compute.
 *
 * @param inputs the number of inputs
 * @param functions the number of functions
 * @param found number of functions that a single perceptron computes
 * @param contradicted number of functions for which a contradiction proves that no perceptron computes them
 * @param undecided number of functions with both a perceptron and a contradiction, or with neither
 * @param wrongRows number of rows, over all functions, at which the constructed networks are wrong
 * @param mostHiddenUnits the largest number of hidden units of a constructed network
 */
record FunctionCensus(
        int inputs, int functions, int found, int contradicted, int undecided, int wrongRows, int mostHiddenUnits) {
    static FunctionCensus of(int inputs, PerceptronConstruction construction) {
        SinglePerceptrons single = SinglePerceptrons.search(inputs);
        List<BooleanFunction> functions = BooleanFunction.every(inputs);
        int found = 0;
        int contradicted = 0;
        int undecided = 0;
        int wrongRows = 0;
        int mostHiddenUnits = 0;
        for (BooleanFunction function : functions) {
            boolean perceptron = single.of(function).isPresent();
            boolean contradiction = Contradiction.of(function).isPresent();
            found += perceptron ? 1 : 0;
            contradicted += contradiction ? 1 : 0;
            undecided += perceptron == contradiction ? 1 : 0;
            PerceptronNetwork network = construction.network(function);
            wrongRows += network.wrongRows(function);
            mostHiddenUnits = Math.max(mostHiddenUnits, network.hiddenUnits());
        }
        return new FunctionCensus(inputs, functions.size(), found, contradicted, undecided, wrongRows, mostHiddenUnits);
    }
}
