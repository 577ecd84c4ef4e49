package org.dlcourse.model;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Makes DL4J networks of architectures, ready to be trained.
 *
 * @param updater the optimiser, with its learning rate
 * @param initialisation how weights and biases start
 * @param objective what training makes small
 * @param dataType of parameters and activations
 */
public record NetworkFactory(IUpdater updater, Initialisation initialisation, Objective objective, DataType dataType) {
    /** What the names of layers end with whose first weights are not this class's. */
    static final String STARTS_BY_ITSELF = "DL4J";

    /** Networks for cross-entropy without a penalty. */
    public NetworkFactory(IUpdater updater, Initialisation initialisation, DataType dataType) {
        this(updater, initialisation, Objective.CROSS_ENTROPY, dataType);
    }

    /** A network whose parameters come from this seed alone. */
    public MultiLayerNetwork create(Architecture architecture, long seed) {
        Backend.start();
        MultiLayerNetwork network = new ReleasableNetwork(configuration(architecture, seed));
        network.init();
        initialise(network.getLayers(), seed);
        return network;
    }

    /**
     * A network with these parameters.
     *
     * @param parameters all of them, in the order of {@link MultiLayerNetwork#params()}
     * @throws IllegalArgumentException if the architecture has more or fewer
     */
    public MultiLayerNetwork restore(Architecture architecture, float[] parameters) {
        Backend.start();
        MultiLayerNetwork network = new ReleasableNetwork(configuration(architecture, 1));
        network.init();
        if (network.numParams() != parameters.length) {
            throw new IllegalArgumentException(architecture.name() + " has " + network.numParams()
                    + " parameters, found " + parameters.length + ".");
        }
        network.setParams(Nd4j.createFromArray(parameters).castTo(dataType).reshape(1, parameters.length));
        return network;
    }

    private MultiLayerConfiguration configuration(Architecture architecture, long seed) {
        if (architecture.isGraph()) {
            throw new IllegalArgumentException(
                    architecture.name() + " has layers that need a graph of DL4J's: make it with a GraphFactory.");
        }
        NeuralNetConfiguration.ListBuilder list = builder(seed).list();
        List<LayerSpec> layers = architecture.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = i == layers.size() - 1 ? prediction(architecture) : layer(architecture, i);
            if (layer != null) {
                list.layer(layer);
            }
        }
        MultiLayerConfiguration configuration = list.setInputType(
                        architecture.inputForm().type(architecture.input()))
                .build();
        configuration.getInputPreProcessors().values().forEach(made -> checkKeepsExamplesApart(architecture, made));
        return configuration;
    }

    /**
     * Passes where DL4J has put nothing between two layers but what flattens images or shapes them again.
     *
     * @throws IllegalArgumentException if the steps of sequences would become examples of their own, or the other way round
     */
    static void checkKeepsExamplesApart(Architecture architecture, InputPreProcessor made) {
        if (made instanceof RnnToFeedForwardPreProcessor
                || made instanceof FeedForwardToRnnPreProcessor
                || made instanceof RnnToCnnPreProcessor
                || made instanceof CnnToRnnPreProcessor) {
            throw new IllegalArgumentException("In " + architecture.name() + " (" + architecture.notation()
                    + ") a layer of sequences and one of vectors or images follow each other (DL4J puts a "
                    + made.getClass().getSimpleName()
                    + " between them). Begin with the layers of sequences and end them"
                    + " with a LastTimeStep.");
        }
    }

    /** What all layers have in common. */
    NeuralNetConfiguration.Builder builder(long seed) {
        NeuralNetConfiguration.Builder builder =
                defaults().seed(seed).dataType(dataType).updater(updater);
        if (objective.penalty() > 0) {
            // DL4J's l2 has a factor 1/2.
            builder.l2(2 * objective.penalty());
        }
        return builder;
    }

    /** What holds where a layer does not say it itself. */
    static NeuralNetConfiguration.Builder defaults() {
        return new NeuralNetConfiguration.Builder()
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.IDENTITY)
                .convolutionMode(ConvolutionMode.Truncate);
    }

    /** The DL4J layer, or null where the spec is an activation that the layer before it has taken in. */
    static Layer layer(Architecture architecture, int index) {
        LayerSpec spec = architecture.layers().get(index);
        Activation activation = activationAfter(architecture, index);
        if (spec instanceof Dl4jLayer dl4j) {
            Layer layer = dl4j.configuration().as(Layer.class);
            layer.setLayerName(index + "_" + STARTS_BY_ITSELF);
            return layer;
        }
        if (spec instanceof Convolution convolution) {
            return new ConvolutionLayer.Builder(convolution.kernelHeight(), convolution.kernelWidth())
                    .nOut(convolution.filters())
                    .stride(convolution.stride(), convolution.stride())
                    .activation(activation)
                    .build();
        }
        if (spec instanceof FullyConnected dense) {
            return new DenseLayer.Builder()
                    .nOut(dense.units())
                    .hasBias(dense.bias())
                    .activation(activation)
                    .build();
        }
        if (spec instanceof MaxPooling pooling) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(pooling.size(), pooling.size())
                    .stride(pooling.size(), pooling.size())
                    .build();
        }
        LayerSpec.Activation function = (LayerSpec.Activation) spec;
        return index > 0 && architecture.takesInActivation(index - 1)
                ? null
                : new ActivationLayer.Builder()
                        .activation(function.function().dl4j())
                        .build();
    }

    private static Activation activationAfter(Architecture architecture, int index) {
        return architecture.isActivated(index)
                ? ((LayerSpec.Activation) architecture.layers().get(index + 1))
                        .function()
                        .dl4j()
                : Activation.IDENTITY;
    }

    Layer prediction(Architecture architecture) {
        FullyConnected spec =
                (FullyConnected) architecture.layers().get(architecture.layers().size() - 1);
        return switch (objective.loss()) {
            case CROSS_ENTROPY -> prediction(spec, Activation.SOFTMAX, crossEntropy());
            case MEAN_SQUARED_ERROR -> prediction(spec, Activation.IDENTITY, new LossMSE());
            case MEAN_ABSOLUTE_ERROR -> prediction(spec, Activation.IDENTITY, new LossMAE());
        };
    }

    private static Layer prediction(FullyConnected spec, Activation activation, ILossFunction loss) {
        return new OutputLayer.Builder(loss)
                .nOut(spec.units())
                .hasBias(spec.bias())
                .activation(activation)
                .build();
    }

    /**
     * DL4J clips probabilities at 1e-10, which bends large losses; without any clipping a probability that underflows to 0
     * makes the loss 0 log 0, which is NaN. The smallest normal number clips only what would underflow.
     */
    private ILossFunction crossEntropy() {
        return new LossMCXENT(dataType == DataType.DOUBLE ? Double.MIN_NORMAL : Float.MIN_NORMAL, null);
    }

    /** Gives layers their first weights, in this order; a {@link Dl4jLayer} has those that its configuration asks for. */
    void initialise(org.deeplearning4j.nn.api.Layer[] layers, long seed) {
        if (initialisation == Initialisation.XAVIER) {
            return;
        }
        Random random = SeededRandom.of(seed, "initialisation");
        for (org.deeplearning4j.nn.api.Layer layer : layers) {
            boolean initialised = layer.numParams() == 0
                    || layer.conf().getLayer().getLayerName().endsWith(STARTS_BY_ITSELF);
            INDArray weights = initialised ? null : layer.getParam("W");
            if (weights == null) {
                continue;
            }
            INDArray bias = layer.getParam("b");
            // Dense weights are [inputs, units], convolutional ones [filters, channels, height, width].
            long fanIn = weights.rank() == 2 ? weights.size(0) : weights.length() / weights.size(0);
            if (initialisation == Initialisation.PYTORCH) {
                double bound = 1 / Math.sqrt(fanIn);
                weights.assign(drawn(weights, () -> bound * (2 * random.nextDouble() - 1)));
                if (bias != null) {
                    bias.assign(drawn(bias, () -> bound * (2 * random.nextDouble() - 1)));
                }
            } else {
                double deviation =
                        initialisation == Initialisation.KAIMING_NORMAL ? Math.sqrt(2.0 / fanIn) : Initialisation.SMALL;
                weights.assign(drawn(weights, () -> deviation * random.nextGaussian()));
                if (bias != null) {
                    bias.assign(0);
                }
            }
        }
    }

    private static INDArray drawn(INDArray like, DoubleSupplier draw) {
        double[] values = new double[(int) like.length()];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return Nd4j.createFromArray(values).reshape('c', like.shape()).castTo(like.dataType());
    }
}
