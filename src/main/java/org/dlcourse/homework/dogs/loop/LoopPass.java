package org.dlcourse.homework.dogs.loop;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.exercise.ReluNetwork.Layer;

/** One sample through a network, forward and backward, in plain loops. */
final class LoopPass {
    private final List<Layer> layers;
    private final double[] parameters;
    /** The input, then the output of each layer, after ReLU where there is one. */
    private final List<double[]> outputs = new ArrayList<>();

    /**
     * Goes forward.
     *
     * @param layers for their sizes
     * @param parameters of all layers, in the order of {@link org.dlcourse.exercise.ReluNetwork#parameters}
     * @param input of the sample
     */
    LoopPass(List<Layer> layers, double[] parameters, double[] input) {
        this.layers = layers;
        this.parameters = parameters;
        outputs.add(input);
        int from = 0;
        for (Layer layer : layers) {
            boolean isLast = outputs.size() == layers.size();
            double[] in = outputs.get(outputs.size() - 1);
            double[] out = new double[units(layer)];
            for (int u = 0; u < out.length; u++) {
                double sum = parameters[from + out.length * in.length + u];
                for (int i = 0; i < in.length; i++) {
                    sum += parameters[from + u * in.length + i] * in[i];
                }
                out[u] = isLast ? sum : Math.max(0, sum);
            }
            outputs.add(out);
            from += out.length * (in.length + 1);
        }
    }

    private static int units(Layer layer) {
        return (int) layer.biases().length();
    }

    private double[] scores() {
        return outputs.get(outputs.size() - 1);
    }

    /** Cross-entropy. */
    double loss(int label) {
        return Math.log(sumOfExponentials()) - scores()[label];
    }

    private double sumOfExponentials() {
        double sum = 0;
        for (double score : scores()) {
            sum += Math.exp(score);
        }
        return sum;
    }

    /** The class with the largest score. */
    int chosen() {
        int chosen = 0;
        for (int c = 1; c < scores().length; c++) {
            chosen = scores()[c] > scores()[chosen] ? c : chosen;
        }
        return chosen;
    }

    /** Goes backward, and adds the loss's derivatives by all parameters. */
    void addGradient(int label, double[] gradient) {
        double[] delta = new double[scores().length];
        for (int c = 0; c < delta.length; c++) {
            delta[c] = Math.exp(scores()[c]) / sumOfExponentials() - (c == label ? 1 : 0);
        }
        int to = parameters.length;
        for (int l = layers.size() - 1; l >= 0; l--) {
            double[] in = outputs.get(l);
            int from = to - delta.length * (in.length + 1);
            double[] before = new double[in.length];
            for (int u = 0; u < delta.length; u++) {
                gradient[from + delta.length * in.length + u] += delta[u];
                for (int i = 0; i < in.length; i++) {
                    gradient[from + u * in.length + i] += delta[u] * in[i];
                    before[i] += in[i] > 0 || l == 0 ? delta[u] * parameters[from + u * in.length + i] : 0;
                }
            }
            delta = before;
            to = from;
        }
    }
}
