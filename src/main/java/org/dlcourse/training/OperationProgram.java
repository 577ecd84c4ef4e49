package org.dlcourse.training;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network's operations, forward and backward, for batches of one shape. All arrays are allocated once and reused.
 *
 * <pre>
 * features --&gt; input -- forward --&gt; outputs
 *                                     |  less the targets, times a factor of the loss
 *                                     v
 * gradient of all parameters &lt;-- backward -- difference
 *
 * input: a copy of the features, or these themselves where nothing needs or changes them later
 *
 * preparation: before the first forward pass after the parameters have changed
 * </pre>
 */
final class OperationProgram implements AutoCloseable {
    private enum Wanted {
        OUTPUTS,
        GRADIENT,
        INPUT_GRADIENT
    }

    private final INDArray input;
    /** Whether batches are copied: the backward pass needs them in one array, and a layer that works in place must not change them. */
    private final boolean copies;

    private final INDArray outputs;
    private final List<Operation> preparation;
    private final List<Operation> forward;
    private final List<Operation> backward;
    /** The gradient of the summed loss at the last layer's output, but for a factor. */
    private final INDArray difference;

    /** The gradient of the mean loss at the input; null where it is not wanted. */
    private final INDArray inputGradient;

    private final double factor;
    private final List<INDArray> arrays;
    private boolean prepared;

    private OperationProgram(
            Architecture architecture, Loss loss, FlatParameters parameters, long[] inputShape, Wanted wanted) {
        boolean gradient = wanted != Wanted.OUTPUTS;
        int examples = (int) inputShape[0];
        LayerOperations operations = new LayerOperations(examples, parameters);
        input = operations.array(inputShape);
        if (wanted == Wanted.INPUT_GRADIENT) {
            operations.wantInputGradient();
        }
        outputs = operations.forward(architecture.layers(), architecture.input(), input);
        difference = operations.array(outputs.shape());
        copies = gradient || architecture.layers().get(0) instanceof Activation;
        preparation = operations.preparation();
        forward = new ArrayList<>(operations.forward());
        factor = switch (loss) {
            case CROSS_ENTROPY -> {
                forward.add(Operation.of("softmax", List.of(outputs), List.of(outputs), 1));
                yield 1. / examples;
            }
            case MEAN_SQUARED_ERROR -> 2. / outputs.length();
            case MEAN_ABSOLUTE_ERROR ->
                throw new IllegalArgumentException("The gradient of the " + loss.title() + " is DL4J's alone.");
        };
        INDArray first = gradient ? operations.backward(difference) : null;
        inputGradient = wanted == Wanted.INPUT_GRADIENT ? first : null;
        backward = operations.backward();
        arrays = operations.arrays();
    }

    /**
     * The operations that classify.
     *
     * @param inputShape of the batches, [examples, inputs] or [examples, channels, height, width]
     */
    static OperationProgram ofOutputs(
            Architecture architecture, Loss loss, FlatParameters parameters, long[] inputShape) {
        return new OperationProgram(architecture, loss, parameters, inputShape, Wanted.OUTPUTS);
    }

    /** The operations that classify and those that compute the gradient. */
    static OperationProgram ofGradient(
            Architecture architecture, Loss loss, FlatParameters parameters, long[] inputShape) {
        return new OperationProgram(architecture, loss, parameters, inputShape, Wanted.GRADIENT);
    }

    /** Those that compute the gradient at the input too. */
    static OperationProgram ofInputGradient(
            Architecture architecture, Loss loss, FlatParameters parameters, long[] inputShape) {
        return new OperationProgram(architecture, loss, parameters, inputShape, Wanted.INPUT_GRADIENT);
    }

    /**
     * Classifies a batch.
     *
     * @return [examples, classes], overwritten by the next batch
     */
    INDArray outputs(INDArray features) {
        if (copies) {
            input.assign(features);
        } else {
            ((Operation.Custom) forward.get(0)).read(features);
        }
        if (!prepared) {
            preparation.forEach(Operation::run);
            prepared = true;
        }
        forward.forEach(Operation::run);
        return outputs;
    }

    /** To be called before the next batch once the parameters have changed. */
    void parametersChanged() {
        prepared = false;
    }

    /** Computes the gradient of the mean loss on the batch classified last. */
    void gradient(INDArray oneHot) {
        outputs.subi(oneHot, difference);
        difference.muli(factor);
        backward.forEach(Operation::run);
    }

    /** The gradient of the mean loss at the input, shaped as the input and overwritten by the next batch. */
    INDArray inputGradient() {
        return inputGradient;
    }

    @Override
    public void close() {
        preparation.forEach(Operation::close);
        forward.forEach(Operation::close);
        backward.forEach(Operation::close);
        arrays.forEach(INDArray::close);
    }
}
