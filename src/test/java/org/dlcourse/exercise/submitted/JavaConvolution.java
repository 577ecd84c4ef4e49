package org.dlcourse.exercise.submitted;

/** The source of a convolution as a student writes it in Java, with places for what is tested. */
final class JavaConvolution {
    static final String RIGHT = "i, j";
    static final String FLIPPED = "kernel.size(2) - 1 - i, kernel.size(3) - 1 - j";

    private static final String SOURCE = """
            package homework;

            import org.dlcourse.exercise.Convolution2d;
            import org.nd4j.linalg.api.buffer.DataType;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;

            class MyConvolution implements Convolution2d {
                static int calls;

                @Override
                public INDArray forward(INDArray input, INDArray kernel) {
                    %s
                    long h = input.size(2) - kernel.size(2) + 1, w = input.size(3) - kernel.size(3) + 1;
                    INDArray output = Nd4j.zeros(DataType.DOUBLE, input.size(0), kernel.size(0), h, w);
                    for (long b = 0; b < input.size(0); b++)
                        for (long f = 0; f < kernel.size(0); f++)
                            for (long y = 0; y < h; y++)
                                for (long x = 0; x < w; x++) {
                                    double sum = 0;
                                    for (long c = 0; c < input.size(1); c++)
                                        for (long i = 0; i < kernel.size(2); i++)
                                            for (long j = 0; j < kernel.size(3); j++)
                                                sum += input.getDouble(b, c, y + i, x + j) * kernel.getDouble(f, c, %s);
                                    output.putScalar(new long[] {b, f, y, x}, sum);
                                }
                    return output;
                }
            }
            """;

    private JavaConvolution() {}

    /**
     * The source of a class {@code MyConvolution}.
     *
     * @param statements at the begin of the method, in line 13
     * @param index of the kernel's weight, in its height and width
     */
    static String source(String statements, String index) {
        return SOURCE.formatted(statements, index);
    }
}
