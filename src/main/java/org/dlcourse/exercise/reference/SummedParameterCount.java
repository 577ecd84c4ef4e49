package org.dlcourse.exercise.reference;

import java.util.List;
import org.dlcourse.exercise.ParameterCount;

/** The sum over all units of a weight for each input and a bias. */
public final class SummedParameterCount implements ParameterCount {
    @Override
    public long perceptron(int inputs, List<Integer> hidden, int outputs) {
        long parameters = 0;
        long before = inputs;
        for (int units : hidden) {
            parameters += units * (before + 1);
            before = units;
        }
        return parameters + outputs * (before + 1);
    }

    @Override
    public long convolutions(int channels, List<Kernels> layers) {
        long parameters = 0;
        long before = channels;
        for (Kernels kernels : layers) {
            parameters += kernels.filters() * (kernels.height() * kernels.width() * before + 1);
            before = kernels.filters();
        }
        return parameters;
    }
}
