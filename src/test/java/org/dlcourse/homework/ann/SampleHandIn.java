package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyArray.ElementType;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.grading.SubmittedResults;

/**
 * Made-up result files of a student.
 *
 * @param part of the handout
 * @param networks keys and arrays of each network
 */
public record SampleHandIn(int part, Map<String, Map<String, NpyArray>> networks) {
    /** Without any network. */
    public static SampleHandIn ofPart(int part) {
        return new SampleHandIn(part, Map.of());
    }

    /** A curve that falls or rises in a straight line. */
    public static NpyArray line(int points, double from, double to) {
        double[] values = new double[points];
        Arrays.setAll(values, i -> from + (to - from) * i / Math.max(1, points - 1));
        return array(new int[] {points}, values);
    }

    /** A single number. */
    public static NpyArray number(double value) {
        return array(new int[0], value);
    }

    /** Numbers of this shape, all of them 1. */
    public static NpyArray ones(int... shape) {
        double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.fill(values, 1);
        return array(shape, values);
    }

    private static NpyArray array(int[] shape, double... values) {
        return new NpyArray(ElementType.FLOAT64, shape, new long[0], values);
    }

    /** The same with another array of a network. */
    public SampleHandIn with(String network, String key, NpyArray array) {
        Map<String, Map<String, NpyArray>> all = new LinkedHashMap<>(networks);
        Map<String, NpyArray> arrays = new LinkedHashMap<>(all.getOrDefault(network, Map.of()));
        arrays.put(key, array);
        all.put(network, arrays);
        return new SampleHandIn(part, all);
    }

    /** The same without an array. */
    public SampleHandIn without(String network, String key) {
        Map<String, Map<String, NpyArray>> all = new LinkedHashMap<>(networks);
        Map<String, NpyArray> arrays = new LinkedHashMap<>(all.get(network));
        arrays.remove(key);
        all.put(network, arrays);
        return new SampleHandIn(part, all);
    }

    /** The same without a network. */
    public SampleHandIn without(String network) {
        Map<String, Map<String, NpyArray>> all = new LinkedHashMap<>(networks);
        all.remove(network);
        return new SampleHandIn(part, all);
    }

    /** What is understood of the files. */
    public SubmittedResults results() {
        List<RecordedTraining> trainings = new ArrayList<>();
        networks.forEach((network, arrays) -> trainings.add(
                new RecordedTraining(part, network, List.of("part" + part + "_" + network + ".json"), arrays)));
        return new SubmittedResults(trainings, List.of(), List.of());
    }
}
