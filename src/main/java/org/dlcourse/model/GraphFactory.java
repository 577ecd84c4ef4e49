package org.dlcourse.model;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.LayerSpec.Residual;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes DL4J graphs of architectures whose layers are more than one behind another, ready to be trained.
 *
 * <p>Beside the parameters that are trained, a graph keeps a running mean and variance of each normalised channel among
 * them: {@link #statistics} says how many.
 *
 * @param layers what makes the layers that a plain network has too
 */
public record GraphFactory(NetworkFactory layers) {
    /** Of the running mean and variance, and what is added to a variance: PyTorch's defaults too. */
    private static final double DECAY = 0.9;

    private static final double EPSILON = 1e-5;

    /** A graph whose parameters come from this seed alone. */
    public ComputationGraph create(Architecture architecture, long seed) {
        Backend.start();
        ComputationGraph graph = new ReleasableGraph(configuration(architecture, seed));
        graph.init();
        layers.initialise(graph.getLayers(), seed);
        return graph;
    }

    /**
     * A graph with these parameters.
     *
     * @param parameters all of them and the running statistics, in the order of {@link ComputationGraph#params()}
     * @throws IllegalArgumentException if the architecture has more or fewer
     */
    public ComputationGraph restore(Architecture architecture, float[] parameters) {
        Backend.start();
        ComputationGraph graph = new ReleasableGraph(configuration(architecture, 1));
        graph.init();
        if (graph.numParams() != parameters.length) {
            throw new IllegalArgumentException(architecture.name() + " has " + graph.numParams()
                    + " parameters and running statistics, found " + parameters.length + ".");
        }
        INDArray all = Nd4j.createFromArray(parameters).castTo(layers.dataType());
        graph.setParams(all.reshape(1, parameters.length));
        return graph;
    }

    /** How many running means and variances a graph keeps: as many as its normalisations have factors and shifts. */
    public static long statistics(Architecture architecture) {
        long sum = 0;
        Shape shape = architecture.input();
        for (LayerSpec layer : architecture.layers()) {
            if (layer instanceof NormalisedConvolution || layer instanceof Residual) {
                sum += layer.parameters(shape) - layer.weights(shape);
            }
            shape = layer.outputShape(shape);
        }
        return sum;
    }

    private ComputationGraphConfiguration configuration(Architecture architecture, long seed) {
        Wiring wiring = new Wiring(layers.builder(seed).graphBuilder().addInputs("input"));
        List<LayerSpec> specs = architecture.layers();
        Shape shape = architecture.input();
        for (int i = 0; i < specs.size(); i++) {
            wiring.index = i;
            LayerSpec spec = specs.get(i);
            if (spec instanceof NormalisedConvolution convolution) {
                wiring.convolution("", convolution.kernel(), convolution.filters(), 1, convolution.pooling());
                wiring.relu("");
            } else if (spec instanceof Residual residual) {
                wiring.residual(residual, residual.isProjected(shape));
            } else if (spec instanceof GlobalAveragePooling) {
                wiring.add("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
            } else {
                Layer layer =
                        i == specs.size() - 1 ? layers.prediction(architecture) : NetworkFactory.layer(architecture, i);
                if (layer != null) {
                    wiring.add(spec instanceof Dl4jLayer ? NetworkFactory.STARTS_BY_ITSELF : "layer", layer);
                }
            }
            shape = spec.outputShape(shape);
        }
        ComputationGraphConfiguration configuration = wiring.builder
                .setOutputs(wiring.last)
                .setInputTypes(architecture.inputForm().type(architecture.input()))
                .build();
        configuration.getVertices().values().stream()
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getPreProcessor())
                .forEach(made -> NetworkFactory.checkKeepsExamplesApart(architecture, made));
        return configuration;
    }

    /** A graph under construction: each vertex takes in the last one. */
    private static final class Wiring {
        private final GraphBuilder builder;
        private int index;
        private String last = "input";

        Wiring(GraphBuilder builder) {
            this.builder = builder;
        }

        void add(String what, Layer layer) {
            String name = name(what);
            builder.addLayer(name, layer, last);
            last = name;
        }

        private String name(String what) {
            return index + "_" + what;
        }

        void convolution(String which, int kernel, int filters, int stride, int pooling) {
            add(
                    "convolution" + which,
                    new ConvolutionLayer.Builder(kernel, kernel)
                            .nOut(filters)
                            .stride(stride, stride)
                            .convolutionMode(ConvolutionMode.Same)
                            .hasBias(false)
                            .build());
            if (pooling > 1) {
                add(
                        "pooling" + which,
                        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(pooling, pooling)
                                .stride(pooling, pooling)
                                .build());
            }
            add(
                    "normalisation" + which,
                    new BatchNormalization.Builder()
                            .decay(DECAY)
                            .eps(EPSILON)
                            .useLogStd(false)
                            .build());
        }

        /** A layer of its own: DL4J's batch normalisation passes over an activation that it is given. */
        void relu(String which) {
            add(
                    "relu" + which,
                    new ActivationLayer.Builder().activation(Activation.RELU).build());
        }

        void residual(Residual residual, boolean projected) {
            String input = last;
            convolution("1", 3, residual.filters(), residual.stride(), 1);
            relu("1");
            convolution("2", 3, residual.filters(), 1, 1);
            String change = last;
            last = input;
            if (projected) {
                convolution("_shortcut", 1, residual.filters(), residual.stride(), 1);
            }
            String sum = name("sum");
            builder.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), change, last);
            last = sum;
            relu("2");
        }
    }
}
