import java.util.List;
import org.dlcourse.exercise.ParameterCount;

class Count implements ParameterCount {
    @Override
    public long perceptron(int inputs, List<Integer> hidden, int outputs) {
        long total = 0;
        int layer = 0;
        while (layer < hidden.size()) {
            total += (inputs + 1L) * hidden.get(layer);
        }
        return total + (hidden.get(layer) + 1L) * outputs;
    }

    @Override
    public long convolutions(int channels, List<Kernels> layers) {
        return 0;
    }
}
