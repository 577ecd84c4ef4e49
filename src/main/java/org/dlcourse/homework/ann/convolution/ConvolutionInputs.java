package org.dlcourse.homework.ann.convolution;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.DataEntry;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.homework.data.ConvolutionArrays;
import org.dlcourse.homework.data.SyntheticDigits;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The input of the convolution by hand: five images of digits and eight kernels.
 *
 * @param source origin of both, for captions
 * @param images [5, 1, 28, 28], unsigned bytes
 * @param kernel [8, 1, 4, 4], double
 */
record ConvolutionInputs(String source, INDArray images, INDArray kernel) {
    private static final String FOLDER = ConvolutionArrays.FOLDER;
    private static final int SAMPLES = 10;
    private static final int[] IMAGES_SHAPE = {5, 1, 28, 28};
    private static final int[] KERNEL_SHAPE = {8, 1, 4, 4};

    /**
     * The course's arrays, one entry per file {@code samples_d.npy}, if the data folder has them; otherwise, at quick scale,
     * one entry with synthetic digits and kernels.
     *
     * @throws DataException if one of the course's files is missing, damaged or of another shape, or all are missing at full scale
     */
    static List<ConvolutionInputs> of(CourseSettings settings) {
        Optional<Path> found = DataEntry.folder(settings.data(), FOLDER);
        if (found.isEmpty()) {
            if (settings.scale() == Scale.FULL) {
                throw new DataException("The arrays of the convolution exercise are not in "
                        + settings.data().resolve(FOLDER).toAbsolutePath()
                        + ", and full scale uses no synthetic substitute. Expected kernel.npy and samples_0.npy to"
                        + " samples_9.npy there; name the folder that holds " + FOLDER + " with -Dcourse.data=FOLDER.");
            }
            return List.of(synthetic());
        }
        Path folder = found.get();
        INDArray kernel = read(folder.resolve("kernel.npy"), KERNEL_SHAPE);
        return IntStream.range(0, SAMPLES)
                .mapToObj(digit -> "samples_" + digit + ".npy")
                .map(file -> new ConvolutionInputs(
                        "the course's " + file + " and kernel.npy (real)",
                        read(folder.resolve(file), IMAGES_SHAPE),
                        kernel))
                .toList();
    }

    private static INDArray read(Path file, int[] shape) {
        NpyArray array = NpyReader.read(file);
        if (!Arrays.equals(array.shape(), shape)) {
            throw new DataException("The array in " + file.toAbsolutePath() + " has shape "
                    + Arrays.toString(array.shape()) + "; expected " + Arrays.toString(shape)
                    + ". Take the file that the handout names.");
        }
        return array.toNd4j();
    }

    private static ConvolutionInputs synthetic() {
        LabelledImages digits = SyntheticDigits.draw(IMAGES_SHAPE[0]);
        double[] pixels = new double[digits.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = digits.pixels()[i] & 0xff;
        }
        return new ConvolutionInputs(
                "synthetic digits and eight synthetic kernels: edges, bars, a saddle and a blur (the course's arrays are not available)",
                Nd4j.createFromArray(pixels).reshape('c', IMAGES_SHAPE).castTo(DataType.UINT8),
                differentKernels());
    }

    /**
     * Two axis-parallel edges, two bars, two diagonal edges, a saddle and a blur, with weights that decrease from the centre: functions
     * that are orthogonal but for the diagonal edges, so that no kernel is nearly another or its negative.
     */
    private static INDArray differentKernels() {
        List<DoubleBinaryOperator> functions = List.of(
                (x, y) -> x,
                (x, y) -> y,
                (x, y) -> x + y,
                (x, y) -> x - y,
                (x, y) -> x * x - 1,
                (x, y) -> y * y - 1,
                (x, y) -> x * y,
                (x, y) -> 1);
        int side = KERNEL_SHAPE[2];
        double[] weights = new double[functions.size() * side * side];
        for (int i = 0; i < weights.length; i++) {
            double x = i % side - (side - 1) / 2.0;
            double y = i / side % side - (side - 1) / 2.0;
            weights[i] = functions.get(i / (side * side)).applyAsDouble(x, y) * Math.exp(-(x * x + y * y) / 4);
        }
        return Nd4j.createFromArray(weights).reshape('c', KERNEL_SHAPE);
    }
}
