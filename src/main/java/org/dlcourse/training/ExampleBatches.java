package org.dlcourse.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.Targets;
import org.dlcourse.model.InputForm;
import org.dlcourse.model.Loss;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Examples in the form that one architecture takes in. */
final class ExampleBatches implements AutoCloseable {
    /** Vectors or sequences at a time when a whole set is classified; for images, the network says it. */
    private static final int VECTORS_AT_A_TIME = 500;

    private final Examples examples;
    private final InputForm form;
    /** Of all examples together, in that form. */
    private final long[] shape;

    private final INDArray vectors;
    private final INDArray targets;
    /** None where targets are numbers. */
    private final Optional<int[]> labels;

    private final Map<Integer, RowsByIndex> featuresBySize = new HashMap<>();
    private final Map<Integer, RowsByIndex> targetsBySize = new HashMap<>();
    /** Cut out at the first evaluation, because a set is classified again and again. */
    private final Map<Integer, List<Part>> partsBySize = new HashMap<>();

    ExampleBatches(Examples examples, InputForm form) {
        this(examples, form, 0);
    }

    /** With a fraction of each target spread evenly over all classes. */
    ExampleBatches(Examples examples, InputForm form, double smoothing) {
        this.examples = examples;
        this.form = form;
        INDArray formed = form.of(examples.features());
        this.shape = formed.shape();
        this.vectors = formed.reshape(examples.count(), -1);
        if (examples.targets() instanceof Targets.Numbers numbers) {
            this.labels = Optional.empty();
            this.targets = numbers.values();
        } else {
            this.labels = Optional.of(examples.labels());
            this.targets = smoothed(examples, smoothing);
        }
    }

    private static INDArray smoothed(Examples examples, double smoothing) {
        double share = smoothing / examples.classes();
        INDArray targets = Nd4j.valueArrayOf(new long[] {examples.count(), examples.classes()}, share, DataType.FLOAT);
        for (int i = 0; i < examples.count(); i++) {
            targets.putScalar(i, examples.labels()[i], 1 - smoothing + share);
        }
        return targets;
    }

    private ExampleBatches(ExampleBatches other) {
        this.examples = other.examples;
        this.form = other.form;
        this.shape = other.shape;
        this.vectors = other.vectors;
        this.targets = other.targets;
        this.labels = other.labels;
    }

    /** The same examples, with arrays of their own for their batches. */
    ExampleBatches sameExamples() {
        return new ExampleBatches(this);
    }

    int count() {
        return examples.count();
    }

    /** The examples with these indices, in arrays that the next batch of this size overwrites. */
    Batch batch(int[] indices) {
        return new Batch(
                shaped(featuresBySize
                        .computeIfAbsent(indices.length, count -> new RowsByIndex(vectors, count))
                        .at(indices)),
                targetsBySize
                        .computeIfAbsent(indices.length, count -> new RowsByIndex(targets, count))
                        .at(indices),
                labels.map(all ->
                                Arrays.stream(indices).map(index -> all[index]).toArray())
                        .orElse(new int[0]));
    }

    /** The features of the examples from one index to before another, without copying. */
    INDArray features(int from, int to) {
        return shaped(vectors.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()));
    }

    private INDArray shaped(INDArray rows) {
        if (form == InputForm.VECTORS) {
            return rows;
        }
        long[] shape = this.shape.clone();
        shape[0] = rows.size(0);
        return rows.reshape('c', shape);
    }

    /** How well a network does on all examples. */
    Evaluation evaluate(TrainableNetwork network, Loss loss) {
        if (labels.isEmpty()) {
            Evaluation.SumsOfNumbers sums = new Evaluation.SumsOfNumbers(loss, Evaluation.spread(targets));
            parts(network).forEach(part -> sums.add(network.outputs(part.features()), part.targets()));
            return sums.mean();
        }
        Evaluation.Sums sums = new Evaluation.Sums(loss);
        for (Part part : parts(network)) {
            sums.add(network.outputs(part.features()), part.labels());
        }
        return sums.mean();
    }

    /** The network's outputs for all examples, [examples, outputs]. */
    INDArray outputs(TrainableNetwork network) {
        return Nd4j.concat(
                0,
                parts(network).stream()
                        .map(part -> network.outputs(part.features()).dup())
                        .toArray(INDArray[]::new));
    }

    private List<Part> parts(TrainableNetwork network) {
        return partsBySize.computeIfAbsent(
                form == InputForm.IMAGES ? network.imagesAtATime() : VECTORS_AT_A_TIME, this::partsOf);
    }

    private List<Part> partsOf(int size) {
        List<Part> parts = new ArrayList<>();
        for (int start = 0; start < count(); start += size) {
            int from = start;
            int to = Math.min(count(), from + size);
            int[] classes = labels.map(all -> Arrays.copyOfRange(all, from, to)).orElse(new int[0]);
            parts.add(new Part(
                    features(from, to), targets.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()), classes));
        }
        return parts;
    }

    /** Examples that are evaluated at a time. */
    private record Part(INDArray features, INDArray targets, int[] labels) {}

    /** Frees the batches; the examples stay, which others may be learning from. */
    @Override
    public void close() {
        featuresBySize.values().forEach(RowsByIndex::close);
        targetsBySize.values().forEach(RowsByIndex::close);
        featuresBySize.clear();
        targetsBySize.clear();
    }
}
