package org.dlcourse.exercise.mistake;

import java.util.List;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.kit.Mistake;

/** Wrong formulas for the number of parameters. */
public final class ParameterCountMistakes {
    private ParameterCountMistakes() {}

    /** Wrong formulas for perceptrons. */
    public static List<Mistake<ParameterCount>> ofPerceptrons(ParameterCount right) {
        return List.of(
                new Mistake<>("the biases are missing", new WithoutBiases(right)),
                perceptron(
                        "the biases of the output layer are missing",
                        right,
                        (inputs, hidden, outputs) -> right.perceptron(inputs, hidden, outputs) - outputs),
                perceptron("each layer has one bias and not one for each unit", right, (inputs, hidden, outputs) -> {
                    long biases = hidden.stream().mapToInt(units -> units).sum() + outputs;
                    return right.perceptron(inputs, hidden, outputs) - biases + hidden.size() + 1;
                }),
                perceptron("the output layer is missing", right, (inputs, hidden, outputs) -> {
                    int last = hidden.isEmpty() ? inputs : hidden.get(hidden.size() - 1);
                    return right.perceptron(inputs, hidden, outputs) - right.perceptron(last, List.of(), outputs);
                }),
                perceptron("every layer has the inputs of the first one", right, (inputs, hidden, outputs) -> {
                    long units = hidden.stream().mapToInt(one -> one).sum() + outputs;
                    return units * (inputs + 1);
                }));
    }

    /** Wrong formulas for convolutions. */
    public static List<Mistake<ParameterCount>> ofConvolutions(ParameterCount right) {
        return List.of(
                convolutions(
                        "the biases of the filters are missing", right, (channels, layers) -> new WithoutBiases(right)
                                .convolutions(channels, layers)),
                new Mistake<>(
                        "all biases are missing, also those of the fully connected layers", new WithoutBiases(right)),
                convolutions("each filter has a bias for each channel of its input", right, (channels, layers) -> {
                    long parameters = 0;
                    int before = channels;
                    for (ParameterCount.Kernels one : layers) {
                        parameters += (long) one.filters() * before * (one.height() * one.width() + 1);
                        before = one.filters();
                    }
                    return parameters;
                }),
                convolutions("the channels of a layer's input are ignored", right, (channels, layers) -> layers.stream()
                        .mapToLong(one -> right.convolutions(1, List.of(one)))
                        .sum()),
                convolutions("every layer has the channels of the image", right, (channels, layers) -> layers.stream()
                        .mapToLong(one -> right.convolutions(channels, List.of(one)))
                        .sum()),
                convolutions(
                        "the kernels are taken to be square, with their height as width",
                        right,
                        (channels, layers) -> right.convolutions(
                                channels,
                                layers.stream()
                                        .map(one ->
                                                new ParameterCount.Kernels(one.height(), one.height(), one.filters()))
                                        .toList())));
    }

    @FunctionalInterface
    private interface OfPerceptron {
        long count(int inputs, List<Integer> hidden, int outputs);
    }

    @FunctionalInterface
    private interface OfConvolutions {
        long count(int channels, List<ParameterCount.Kernels> layers);
    }

    private static Mistake<ParameterCount> perceptron(String cause, ParameterCount right, OfPerceptron formula) {
        return new Mistake<>(cause, new Changed(formula, right::convolutions));
    }

    private static Mistake<ParameterCount> convolutions(String cause, ParameterCount right, OfConvolutions formula) {
        return new Mistake<>(cause, new Changed(right::perceptron, formula));
    }

    private record WithoutBiases(ParameterCount right) implements ParameterCount {
        @Override
        public long perceptron(int inputs, List<Integer> hidden, int outputs) {
            long biases = hidden.stream().mapToInt(units -> units).sum() + outputs;
            return right.perceptron(inputs, hidden, outputs) - biases;
        }

        @Override
        public long convolutions(int channels, List<Kernels> layers) {
            return right.convolutions(channels, layers)
                    - layers.stream().mapToInt(Kernels::filters).sum();
        }
    }

    private record Changed(OfPerceptron ofPerceptron, OfConvolutions ofConvolutions) implements ParameterCount {
        @Override
        public long perceptron(int inputs, List<Integer> hidden, int outputs) {
            return ofPerceptron.count(inputs, hidden, outputs);
        }

        @Override
        public long convolutions(int channels, List<Kernels> layers) {
            return ofConvolutions.count(channels, layers);
        }
    }
}
