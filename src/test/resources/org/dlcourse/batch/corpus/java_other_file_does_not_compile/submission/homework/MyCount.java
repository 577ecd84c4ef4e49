package homework;

import java.util.List;
import org.dlcourse.exercise.ParameterCount;

public class MyCount implements ParameterCount {
    @Override
    public long perceptron(int inputs, List<Integer> hidden, int outputs) {
        long total = 0;
        long before = inputs;
        for (int units : hidden) {
            total += (before + 1) * units;
            before = units;
        }
        return total + (before + 1) * outputs;
    }

    @Override
    public long convolutions(int channels, List<Kernels> layers) {
        long total = 0;
        long before = channels;
        for (Kernels layer : layers) {
            total += (layer.height() * layer.width() * before + 1) * layer.filters();
            before = layer.filters();
        }
        return total;
    }
}
