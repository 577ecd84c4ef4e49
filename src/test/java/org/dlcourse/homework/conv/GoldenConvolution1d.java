package org.dlcourse.homework.conv;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Cases of random shapes with the output and gradients that PyTorch computes. */
final class GoldenConvolution1d {
    private static final Path FOLDER = Path.of("fixtures", "convolution1d");
    private static final int CASES = 20;

    private GoldenConvolution1d() {}

    static List<Convolution1dCase> cases() {
        return IntStream.range(0, CASES).mapToObj(GoldenConvolution1d::of).toList();
    }

    private static Convolution1dCase of(int index) {
        return new Convolution1dCase(
                read(index, "input"),
                read(index, "weights"),
                read(index, "bias"),
                read(index, "stride").getInt(0),
                read(index, "output_gradient"),
                read(index, "output"),
                new Gradients(
                        read(index, "input_gradient"), read(index, "weights_gradient"), read(index, "bias_gradient")));
    }

    private static INDArray read(int index, String array) {
        return NpyReader.read(FOLDER.resolve(String.format(Locale.ROOT, "%02d_%s.npy", index, array)))
                .toNd4j();
    }
}
