package org.dlcourse.homework;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A linear map and an offset: what a layer without an activation computes, and what any number of them do.
 *
 * @param matrix [inputs, outputs], double
 * @param offset [1, outputs], double
 */
public record AffineMap(INDArray matrix, INDArray offset) {
    /** The layers of a network one by one, as if none had an activation. */
    public static List<AffineMap> layers(MultiLayerNetwork network) {
        return Arrays.stream(network.getLayers()).map(AffineMap::of).toList();
    }

    private static AffineMap of(Layer layer) {
        INDArray offset = layer.getParam("b");
        return new AffineMap(layer.getParam("W"), offset.reshape(1, offset.length()));
    }

    /** Many in a row as one map. */
    public static AffineMap composed(List<AffineMap> maps) {
        return maps.stream().reduce(AffineMap::then).orElseThrow();
    }

    /** This and another one after it: (x C + c) D + d = x (C D) + (c D + d). */
    public AffineMap then(AffineMap next) {
        return new AffineMap(matrix.mmul(next.matrix), offset.mmul(next.matrix).addi(next.offset));
    }

    /** The map of the absolute values, which bounds how much rounding can add up to. */
    public AffineMap absolute() {
        return new AffineMap(Transforms.abs(matrix), Transforms.abs(offset));
    }

    /**
     * The images of points.
     *
     * @param points [points, inputs]
     * @return [points, outputs]
     */
    public INDArray apply(INDArray points) {
        return points.mmul(matrix).addiRowVector(offset);
    }

    /** Products and additions that make up one output. */
    public int terms() {
        return (int) matrix.size(0) + 1;
    }
}
