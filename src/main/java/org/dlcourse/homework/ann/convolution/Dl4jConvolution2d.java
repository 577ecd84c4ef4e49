package org.dlcourse.homework.ann.convolution;

import org.dlcourse.exercise.Convolution2d;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's convolution, in double precision. */
final class Dl4jConvolution2d implements Convolution2d {
    @Override
    public INDArray forward(INDArray input, INDArray kernel) {
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(kernel.size(2))
                .kW(kernel.size(3))
                .sH(1)
                .sW(1)
                .dataFormat(Conv2DConfig.NCHW)
                .weightsFormat(WeightsFormat.OIYX)
                .build();
        return Nd4j.cnn().conv2d(input.castTo(DataType.DOUBLE), kernel.castTo(DataType.DOUBLE), config);
    }
}
