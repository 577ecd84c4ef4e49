package org.dlcourse.homework.dogs.breeds;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.backend.Backend;
import org.dlcourse.exercise.ConvolutionOutputSize.Geometry;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The output size of a convolution by DL4J.
 *
 * @param setting the image and the kernel
 * @param channels number of channels of an image
 * @param filters number of filters of the layer
 */
record Dl4jOutputSize(ConvolutionSetting setting, int channels, int filters) {
    /**
     * The shape of one output by the configuration of a layer.
     *
     * @return [channels, height, width]
     */
    long[] configured() {
        InputTypeConvolutional output = (InputTypeConvolutional) layer().getOutputType(0, input());
        return new long[] {output.getChannels(), output.getHeight(), output.getWidth()};
    }

    /**
     * The shape of the output that a layer computes of a batch of black images.
     *
     * @return [images, channels, height, width]
     */
    long[] run(int batch) {
        Backend.start();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                // In single precision oneDNN is tried first, which does not support many dilated kernels and logs each.
                .dataType(DataType.DOUBLE)
                .list()
                .layer(layer())
                .setInputType(input())
                .build());
        network.init();
        Size size = setting.input();
        return network.output(Nd4j.zeros(DataType.DOUBLE, batch, channels, size.height(), size.width()))
                .shape();
    }

    /** The height and width with which a shape ends. */
    static Size size(long[] shape) {
        return new Size((int) shape[shape.length - 2], (int) shape[shape.length - 1]);
    }

    private InputType input() {
        return InputType.convolutional(setting.input().height(), setting.input().width(), channels);
    }

    private ConvolutionLayer layer() {
        Geometry geometry = setting.geometry();
        return new ConvolutionLayer.Builder(
                        array(geometry.kernel()), array(geometry.stride()), array(geometry.padding()))
                .dilation(array(geometry.dilation()))
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
