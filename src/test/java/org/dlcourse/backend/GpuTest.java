package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.dlcourse.kit.EnabledIfGpuAvailable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

@EnabledIfGpuAvailable
class GpuTest {
    private static final int SIZE = 200;

    @Test
    void cudaComputesOnTheDevicesThatTheDriverLists() {
        Backend backend = Backend.start();
        NativeOps cuda = NativeOpsHolder.getInstance().getDeviceNativeOps();

        assertThat(backend.name()).isEqualTo("JCublasBackend");
        assertThat(backend.gpus()).hasSize(cuda.getAvailableDevices());
        for (int device = 0; device < backend.gpus().size(); device++) {
            assertThat(new ComputeCapability(cuda.getDeviceMajor(device), cuda.getDeviceMinor(device)))
                    .as("capability of device %d as CUDA says it", device)
                    .isEqualTo(backend.gpus().get(device).capability());
        }
    }

    /** The error of a sum of n products is at most n units of roundoff times the sum of their sizes, at most 1 each here. */
    @Test
    void productsOfMatricesAreThoseOfPlainLoops() {
        float[][] left = random(1);
        float[][] right = random(2);

        double[][] product = Nd4j.create(left).mmul(Nd4j.create(right)).toDoubleMatrix();

        double bound = SIZE * SIZE * Math.ulp(1f);
        double largest = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                double sum = 0;
                for (int k = 0; k < SIZE; k++) {
                    sum += (double) left[i][k] * right[k][j];
                }
                largest = Math.max(largest, Math.abs(product[i][j] - sum));
            }
        }
        assertThat(largest).as("largest error of single precision").isLessThan(bound);
    }

    @Test
    void doublePrecisionIsKept() {
        assertThat(Nd4j.ones(DataType.DOUBLE, 10).mul(1 + 1e-12).sumNumber().doubleValue())
                .as("ten numbers that single precision takes for 1")
                .isGreaterThan(10);
    }

    private static float[][] random(long seed) {
        Random random = new Random(seed);
        float[][] matrix = new float[SIZE][SIZE];
        for (float[] row : matrix) {
            for (int i = 0; i < SIZE; i++) {
                row[i] = 2 * random.nextFloat() - 1;
            }
        }
        return matrix;
    }
}
