package org.dlcourse.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.exception.DL4JException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.dlcourse.backend.Backend;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Any other layer of DL4J's, or a course's own subclass of {@link Layer}, by DL4J's own configuration. Networks with such layers are
 * trained by DL4J; shapes and numbers of parameters come from it.
 *
 * <pre>{@code
 * Architecture rowByRow = new Architecture(
 *         "lstm_1",
 *         new Shape(1, 28, 28),
 *         List.of(
 *                 Dl4jLayer.of("LSTM-32, last step", new LastTimeStep(new LSTM.Builder()
 *                         .nOut(32)
 *                         .activation(Activation.TANH)
 *                         .build())),
 *                 Dl4jLayer.of("Dropout, keeps 80 %", new DropoutLayer(0.8)),
 *                 new FullyConnected(10, true)));
 * }</pre>
 *
 * <p>What the configuration leaves open is the identity as activation, Xavier's initialisation, and the plan's optimiser and penalty;
 * the plan's {@link Initialisation} is that of the other layers. Note that DL4J's dropout is given the probability of keeping a value.
 *
 * <p>A layer of sequences is given the rows of an image, from top to bottom, as steps of channels times width features: sequences of
 * f features and t steps are images of the {@link Shape} (f, t, 1). It is the first layer of its architecture or follows another one
 * of sequences; {@code LastTimeStep} makes a vector of a sequence.
 *
 * @param notation how tables show it
 * @param configuration DL4J's
 */
public record Dl4jLayer(String notation, Dl4jConfiguration configuration) implements LayerSpec {
    /**
     * The layer that DL4J configures so.
     *
     * @param notation how tables show it, such as {@code tanh} or {@code LSTM-32}
     * @throws IllegalArgumentException if DL4J does not read back what it writes of the configuration as JSON
     */
    public static Dl4jLayer of(String notation, Layer layer) {
        return new Dl4jLayer(notation, Dl4jConfiguration.of(layer, Layer.class));
    }

    /**
     * {@inheritDoc}
     *
     * @return the shape that DL4J says; of a sequence, (features, steps, 1)
     */
    @Override
    public Shape outputShape(Shape input) {
        Shape output = shape(configured().getOutputType(0, inputType(input)), input);
        if (output.size() <= 0 || output.height() <= 0 || output.width() <= 0) {
            throw new IllegalArgumentException(
                    notation + " does not fit its input of " + input + ": its output would be " + output + ".");
        }
        return output;
    }

    /** {@inheritDoc} DL4J counts the running means and variances of a normalisation too. */
    @Override
    public long parameters(Shape input) {
        Layer layer = configured(input);
        return layer.initializer().numParams(layer);
    }

    @Override
    public long weights(Shape input) {
        Layer layer = configured(input);
        long all = layer.initializer().numParams(layer);
        List<String> weights = layer.initializer().weightKeys(layer);
        if (all == 0 || weights.isEmpty()) {
            return 0;
        }
        Backend.start();
        NeuralNetConfiguration configuration = new NeuralNetConfiguration();
        configuration.setLayer(layer);
        try (INDArray flat = Nd4j.zeros(DataType.FLOAT, 1, all)) {
            Map<String, INDArray> views = layer.initializer().getGradientsFromFlattened(configuration, flat);
            return weights.stream().mapToLong(key -> views.get(key).length()).sum();
        }
    }

    /** 1 for a layer with weights. */
    @Override
    public int depth() {
        Layer layer = configured();
        return layer.initializer().weightKeys(layer).isEmpty() ? 0 : 1;
    }

    /** What the layer asks examples of this shape to be, if it does not serve vectors and images alike. */
    @JsonIgnore
    Optional<InputForm> form(Shape input) {
        boolean vectors = refusal(InputForm.VECTORS.type(input)).isEmpty();
        boolean images = refusal(InputForm.IMAGES.type(input)).isEmpty();
        if (vectors) {
            return images ? Optional.empty() : Optional.of(InputForm.VECTORS);
        }
        return Optional.of(images ? InputForm.IMAGES : InputForm.SEQUENCES);
    }

    /** DL4J's configuration, with what it leaves open filled in. */
    Layer configured() {
        return NetworkFactory.defaults()
                .layer(configuration.as(Layer.class))
                .build()
                .getLayer();
    }

    private Layer configured(Shape input) {
        Layer layer = configured();
        layer.setNIn(inputType(input), true);
        return layer;
    }

    private InputType inputType(Shape input) {
        List<InputType> types = types(input);
        return types.stream()
                .filter(type -> refusal(type).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(notation + " does not fit its input of " + input + ": "
                        + refusal(types.get(0)).orElseThrow()));
    }

    /** What an output of this shape can be, the likeliest first. */
    private static List<InputType> types(Shape input) {
        InputType vector = InputForm.VECTORS.type(input);
        InputType image = InputForm.IMAGES.type(input);
        InputType sequence = InputForm.SEQUENCES.type(input);
        if (input.width() > 1) {
            return List.of(image, vector);
        }
        return input.height() > 1 ? List.of(sequence, image, vector) : List.of(vector, image, sequence);
    }

    /** Why the layer does not take this in, if it does not. */
    private Optional<String> refusal(InputType type) {
        Layer layer = configured();
        try {
            var preProcessor = layer.getPreProcessorForInputType(type);
            if (preProcessor != null) {
                return Optional.of(
                        type + " would need a " + preProcessor.getClass().getSimpleName());
            }
            layer.getOutputType(0, type);
            return Optional.empty();
        } catch (DL4JException | IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The shape of an output; DL4J does not say of every layer how many steps it leaves of a sequence, where it leaves all. */
    private static Shape shape(InputType type, Shape input) {
        if (type instanceof InputType.InputTypeConvolutional image) {
            return new Shape((int) image.getChannels(), (int) image.getHeight(), (int) image.getWidth());
        }
        if (type instanceof InputType.InputTypeRecurrent sequence) {
            long steps = sequence.getTimeSeriesLength();
            return new Shape((int) sequence.getSize(), steps < 0 ? input.height() : (int) steps, 1);
        }
        return Shape.flat(Math.toIntExact(type.arrayElementsPerExample()));
    }
}
