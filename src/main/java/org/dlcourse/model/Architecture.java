package org.dlcourse.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.LayerSpec.Residual;

/**
 * A network as data: what the handout says of it and nothing else.
 *
 * <p>The last layer is the prediction layer; the loss that follows it, with its softmax, is the plan's and not listed.
 *
 * <pre>{@code
 * Architecture perceptron = new Architecture(
 *         "mlp_1",
 *         new Shape(1, 32, 32),
 *         List.of(
 *                 new FullyConnected(32, true),
 *                 new Activation(ActivationFunction.RELU),
 *                 new FullyConnected(10, true)));
 * long parameters = perceptron.parameterCount(); // 33,130
 * }</pre>
 *
 * @param name the handout's name, such as {@code mlp_1}
 * @param input shape of one example
 * @param layers all layers, the prediction layer last
 */
public record Architecture(String name, Shape input, List<LayerSpec> layers) {
    public Architecture {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof FullyConnected)) {
            throw new IllegalArgumentException(name + " must end with a fully connected prediction layer.");
        }
    }

    /**
     * One row of the table of layers.
     *
     * @param layer the handout's notation
     * @param output shape of the layer's output
     * @param parameters the layer's own number of parameters
     */
    public record Row(String layer, Shape output, long parameters) {}

    /**
     * Every layer with the shape of its output and its number of parameters.
     *
     * @return a row a layer, in their order
     * @throws IllegalArgumentException if a layer does not fit its input
     */
    public List<Row> table() {
        List<Row> rows = new ArrayList<>();
        Shape shape = inputForm().shape(input);
        for (LayerSpec layer : layers) {
            Shape output = layer.outputShape(shape);
            rows.add(new Row(layer.notation(), output, layer.parameters(shape)));
            shape = output;
        }
        return rows;
    }

    /** The number of parameters, by formula. */
    @JsonIgnore
    public long parameterCount() {
        return table().stream().mapToLong(Row::parameters).sum();
    }

    /** Multiplications (each with an addition) that one example costs in the forward pass. */
    @JsonIgnore
    public long multiplications() {
        long sum = 0;
        Shape shape = inputForm().shape(input);
        for (LayerSpec layer : layers) {
            sum += layer.multiplications(shape);
            shape = layer.outputShape(shape);
        }
        return sum;
    }

    /** The number of classes that a classifier distinguishes. */
    @JsonIgnore
    public int classes() {
        return outputs();
    }

    /** The number of outputs. */
    @JsonIgnore
    public int outputs() {
        return ((FullyConnected) layers.get(layers.size() - 1)).units();
    }

    /** The number of layers with weights, shortcuts left out. */
    @JsonIgnore
    public int depth() {
        return layers.stream().mapToInt(LayerSpec::depth).sum();
    }

    /** What the first layers take examples in as: layers that serve vectors and images alike leave it to the next. */
    @JsonIgnore
    public InputForm inputForm() {
        for (LayerSpec layer : layers) {
            Optional<InputForm> form = form(layer);
            if (form.isPresent()) {
                return form.get();
            }
        }
        return InputForm.VECTORS;
    }

    private Optional<InputForm> form(LayerSpec layer) {
        if (layer instanceof Dl4jLayer dl4j) {
            return dl4j.form(input);
        }
        if (layer instanceof Activation) {
            return Optional.empty();
        }
        return Optional.of(layer instanceof FullyConnected ? InputForm.VECTORS : InputForm.IMAGES);
    }

    /** Whether examples keep their shape of an image. */
    @JsonIgnore
    public boolean isConvolutional() {
        return inputForm() == InputForm.IMAGES;
    }

    /** Its layers of DL4J's beyond this project's. */
    @JsonIgnore
    public List<Dl4jLayer> dl4jLayers() {
        return layers.stream()
                .filter(Dl4jLayer.class::isInstance)
                .map(Dl4jLayer.class::cast)
                .toList();
    }

    /** Whether it has layers that only {@link GraphFactory} can make. */
    @JsonIgnore
    public boolean isGraph() {
        return layers.stream()
                .anyMatch(layer -> layer instanceof NormalisedConvolution
                        || layer instanceof Residual
                        || layer instanceof GlobalAveragePooling);
    }

    /** The layers in a line. */
    @JsonIgnore
    public String notation() {
        return String.join(", ", layers.stream().map(LayerSpec::notation).toList());
    }

    /** The same layers with every activation replaced, under the same name with the function's behind it. */
    public Architecture withActivation(ActivationFunction function) {
        List<LayerSpec> replaced = layers.stream()
                .map(layer -> layer instanceof Activation ? new Activation(function) : layer)
                .toList();
        return new Architecture(name + " " + function.notation(), input, replaced);
    }

    /** The activation that the first layer, fully connected or a convolution, is followed by, if any. */
    @JsonIgnore
    public Optional<ActivationFunction> firstActivation() {
        return takesInActivation(0) && isActivated(0)
                ? Optional.of(((Activation) layers.get(1)).function())
                : Optional.empty();
    }

    /** Whether the layer at this index is followed by an activation. */
    boolean isActivated(int index) {
        return index + 1 < layers.size() && layers.get(index + 1) instanceof Activation;
    }

    /** Whether the layer at this index becomes one of DL4J's with the activation that follows it. */
    boolean takesInActivation(int index) {
        return layers.get(index) instanceof Convolution || layers.get(index) instanceof FullyConnected;
    }
}
