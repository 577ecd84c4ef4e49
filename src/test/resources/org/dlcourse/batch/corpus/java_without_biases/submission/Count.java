import java.util.List;
import org.dlcourse.exercise.ParameterCount;

class Count implements ParameterCount {
    @Override
    public long perceptron(int inputs, List<Integer> hidden, int outputs) {
        long total = 0;
        long before = inputs;
        for (int units : hidden) {
            total += before * units;
            before = units;
        }
        return total + before * outputs;
    }

    @Override
    public long convolutions(int channels, List<Kernels> layers) {
        throw new UnsupportedOperationException("not written yet");
    }
}
