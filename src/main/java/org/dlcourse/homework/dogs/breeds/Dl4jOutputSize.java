package org.dlcourse.homework.dogs.breeds;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.backend.Backend;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.ConvolutionOutputSize.Sliding;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The output of a convolution by DL4J.
 *
 * @param question the image and the kernel
 * @param channels of an image
 * @param filters of the layer
 */
record Dl4jOutputSize(OutputSizeQuestion question, int channels, int filters) {
    /**
     * What the configuration of a layer says.
     *
     * @return [channels, height, width]
     */
    long[] configured() {
        InputTypeConvolutional output = (InputTypeConvolutional) layer().getOutputType(0, input());
        return new long[] {output.getChannels(), output.getHeight(), output.getWidth()};
    }

    /**
     * The shape of what a layer makes of a batch of images.
     *
     * @return [images, channels, height, width]
     */
    long[] run(int batch) {
        Backend.start();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                // In single precision oneDNN is asked first, which refuses many dilated kernels and says so at length.
                .dataType(DataType.DOUBLE)
                .list()
                .layer(layer())
                .setInputType(input())
                .build());
        network.init();
        Size size = question.input();
        return network.output(Nd4j.zeros(DataType.DOUBLE, batch, channels, size.height(), size.width()))
                .shape();
    }

    /** Height and width of a shape that ends in them. */
    static Size size(long[] shape) {
        return new Size((int) shape[shape.length - 2], (int) shape[shape.length - 1]);
    }

    private InputType input() {
        return InputType.convolutional(
                question.input().height(), question.input().width(), channels);
    }

    private ConvolutionLayer layer() {
        Sliding sliding = question.sliding();
        return new ConvolutionLayer.Builder(array(sliding.kernel()), array(sliding.stride()), array(sliding.padding()))
                .dilation(array(sliding.dilation()))
                .convolutionMode(ConvolutionMode.Truncate)
                .activation(Activation.IDENTITY)
                .nIn(channels)
                .nOut(filters)
                .build();
    }

    private static int[] array(Size size) {
        return new int[] {size.height(), size.width()};
    }
}
