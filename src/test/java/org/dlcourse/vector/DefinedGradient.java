package org.dlcourse.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/** Both passes through a stack's layers as they are defined, one image and one product at a time, in double. */
final class DefinedGradient {
    private final Architecture architecture;
    private final Map<Integer, float[]> weights = new HashMap<>();
    private final Map<Integer, float[]> biases = new HashMap<>();
    private final Map<Integer, double[]> weightsGradients = new HashMap<>();
    private final Map<Integer, double[]> biasGradients = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private float[] outputs;
    private double largest;

    /** With parameters that are small whole numbers. */
    DefinedGradient(Architecture architecture, Random random) {
        this.architecture = architecture;
        Shape shape = architecture.input();
        for (int index = 0; !(architecture.layers().get(index) instanceof FullyConnected); index++) {
            shapes.add(shape);
            LayerSpec layer = architecture.layers().get(index);
            if (layer instanceof Convolution convolution) {
                int count = (int) convolution.weights(shape);
                weights.put(index, TrainableStackTest.wholeNumbers(random, count, 2));
                biases.put(index, TrainableStackTest.wholeNumbers(random, convolution.filters(), 2));
                weightsGradients.put(index, new double[count]);
                biasGradients.put(index, new double[convolution.filters()]);
            }
            shape = layer.outputShape(shape);
        }
        shapes.add(shape);
    }

    void teach(TrainableStack stack) {
        weights.forEach((index, values) -> stack.parameters(index, values, biases.get(index)));
    }

    void compute(float[] images, int count, float[] outputGradients) {
        int last = shapes.size() - 1;
        int inputs = (int) shapes.get(0).size();
        int size = (int) shapes.get(last).size();
        outputs = new float[count * size];
        for (int image = 0; image < count; image++) {
            List<double[]> values = new ArrayList<>(List.of(slice(images, image, inputs)));
            for (int index = 0; index < last; index++) {
                values.add(forward(index, values.get(index)));
            }
            for (int i = 0; i < size; i++) {
                outputs[image * size + i] = (float) values.get(last)[i];
            }
            double[] gradient = slice(outputGradients, image, size);
            for (int index = last - 1; index >= 0; index--) {
                gradient = backward(index, values.get(index), values.get(index + 1), gradient);
            }
        }
    }

    float[] outputs() {
        return outputs;
    }

    float[] weightsGradient(int index) {
        return floats(weightsGradients.get(index));
    }

    float[] biasGradient(int index) {
        return floats(biasGradients.get(index));
    }

    /** The largest number that an output or a gradient is, or any sum of the sizes of its terms. */
    double largest() {
        return largest;
    }

    private double[] forward(int index, double[] in) {
        Shape from = shapes.get(index);
        Shape to = shapes.get(index + 1);
        double[] out = new double[(int) to.size()];
        LayerSpec layer = architecture.layers().get(index);
        for (int at = 0; at < out.length; at++) {
            if (layer instanceof Convolution convolution) {
                out[at] = biases.get(index)[at / (to.height() * to.width())];
                double sizes = Math.abs(out[at]);
                for (int[] term : terms(convolution, from, to, at)) {
                    double product = weights.get(index)[term[0]] * in[term[1]];
                    out[at] += product;
                    sizes += Math.abs(product);
                }
                largest = Math.max(largest, sizes);
            } else if (layer instanceof MaxPooling pooling) {
                out[at] = in[largestOf(pooling, from, to, at, in)];
            } else {
                out[at] = Math.max(0, in[at]);
            }
        }
        return out;
    }

    private double[] backward(int index, double[] in, double[] out, double[] gradient) {
        Shape from = shapes.get(index);
        Shape to = shapes.get(index + 1);
        double[] result = new double[in.length];
        LayerSpec layer = architecture.layers().get(index);
        for (int at = 0; at < out.length; at++) {
            if (layer instanceof Convolution convolution) {
                biasGradients.get(index)[at / (to.height() * to.width())] += gradient[at];
                for (int[] term : terms(convolution, from, to, at)) {
                    weightsGradients.get(index)[term[0]] += gradient[at] * in[term[1]];
                    result[term[1]] += gradient[at] * weights.get(index)[term[0]];
                    largest = Math.max(largest, Math.abs(weightsGradients.get(index)[term[0]]));
                    largest = Math.max(largest, Math.abs(result[term[1]]));
                }
            } else if (layer instanceof MaxPooling pooling) {
                result[largestOf(pooling, from, to, at, in)] += gradient[at];
            } else {
                result[at] = in[at] > 0 ? gradient[at] : 0;
            }
        }
        return result;
    }

    /** The weights of an output, each with the input that it is multiplied with. */
    private static List<int[]> terms(Convolution spec, Shape from, Shape to, int at) {
        int filter = at / (to.height() * to.width());
        int top = at / to.width() % to.height();
        int left = at % to.width();
        List<int[]> terms = new ArrayList<>();
        int weight = filter * from.channels() * spec.kernelHeight() * spec.kernelWidth();
        for (int channel = 0; channel < from.channels(); channel++) {
            for (int row = 0; row < spec.kernelHeight(); row++) {
                for (int column = 0; column < spec.kernelWidth(); column++) {
                    int input = (channel * from.height() + top + row) * from.width() + left + column;
                    terms.add(new int[] {weight++, input});
                }
            }
        }
        return terms;
    }

    /** The first of the largest inputs of a square. */
    private static int largestOf(MaxPooling spec, Shape from, Shape to, int at, double[] in) {
        int channel = at / (to.height() * to.width());
        int top = at / to.width() % to.height() * spec.size();
        int left = at % to.width() * spec.size();
        int best = (channel * from.height() + top) * from.width() + left;
        for (int i = 1; i < spec.size() * spec.size(); i++) {
            int input = (channel * from.height() + top + i / spec.size()) * from.width() + left + i % spec.size();
            best = in[input] > in[best] ? input : best;
        }
        return best;
    }

    private static double[] slice(float[] values, int index, int size) {
        double[] slice = new double[size];
        for (int i = 0; i < size; i++) {
            slice[i] = values[index * size + i];
        }
        return slice;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
