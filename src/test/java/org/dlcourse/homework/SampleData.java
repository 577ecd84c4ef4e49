package org.dlcourse.homework;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.model.Architecture;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;

/** Sample data, curves and runs for tests of answers and figures: 15 epochs with one recorded point each. */
public final class SampleData {
    private SampleData() {}

    /** 500 training images, which is 10 batches of 50 in an epoch; 1,000 validation and 1,000 test images. */
    public static TrainingData data() {
        return new TrainingData("sample", zeros(500), zeros(1_000), zeros(1_000));
    }

    private static Examples zeros(int count) {
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i % 10);
        return Examples.of(new float[count], new int[] {count, 1, 1, 1}, labels, 10);
    }

    /** The 15 values of a curve that goes in equal steps from one value to another. */
    public static double[] line(double from, double to) {
        double[] values = new double[15];
        Arrays.setAll(values, i -> from + (to - from) * i / 14);
        return values;
    }

    /** The 15 values of a constant curve. */
    public static double[] level(double value) {
        return line(value, value);
    }

    /** Three repeats that differ only in their seeds. */
    public static Repeats repeats(SampleRun sample) {
        List<Run> runs =
                LongStream.of(1, 2, 3).mapToObj(seed -> sample.with(seed).run()).toList();
        return new Repeats(runs.get(0).request().plan(), runs);
    }

    /** A run of this network with these curves. */
    public static SampleRun run(Architecture architecture, Map<Curve, double[]> curves) {
        return SampleRun.of(architecture, 1).with(curves);
    }
}
