package org.dlcourse.bench.libtorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One network under training, with data that take as long to learn from as real ones. */
final class Training implements AutoCloseable {
    private static final int TRAINING = 2_000;
    private static final int EVALUATED = 5_000;
    /** Channels last and 25 images at a time were the fastest of what docs/performance.md lists; others can be tried. */
    private static final boolean CHANNELS_LAST = setting("CHANNELS_LAST", 1) == 1;

    private static final int IMAGES_AT_A_TIME = setting("IMAGES_AT_A_TIME", 25);

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
    private final Random random = new Random(1);
    private final Workload workload;
    private final Network network;
    private final List<PtNDArray> parameters;
    private final List<PtNDArray> means = new ArrayList<>();
    private final List<PtNDArray> variances = new ArrayList<>();
    private final PtNDArray features;
    private final PtNDArray labels;
    private final List<PtNDArray> validationFeatures = new ArrayList<>();
    private final List<PtNDArray> validationLabels = new ArrayList<>();
    private int updates;

    Training(Workload workload) {
        this.workload = workload;
        network = workload.layers().apply(new Network(manager, workload.channels(), workload.side(), CHANNELS_LAST));
        parameters = network.parameters();
        for (PtNDArray parameter : parameters) {
            means.add((PtNDArray) parameter.zerosLike());
            variances.add((PtNDArray) parameter.zerosLike());
        }
        features = images(TRAINING);
        labels = labels(TRAINING);
        int atATime = workload.convolutional() ? IMAGES_AT_A_TIME : EVALUATED;
        for (int from = 0; from < EVALUATED; from += atATime) {
            validationFeatures.add(images(Math.min(atATime, EVALUATED - from)));
            validationLabels.add(labels(Math.min(atATime, EVALUATED - from)));
        }
    }

    private static int setting(String variable, int value) {
        return Integer.parseInt(System.getenv().getOrDefault(variable, Integer.toString(value)));
    }

    /** How long so many steps take, which start where those before ended. */
    double seconds(int steps) {
        long start = System.nanoTime();
        int step = 0;
        while (step < steps) {
            PtNDArray order = JniUtils.randperm((PtNDManager) manager, TRAINING, DataType.INT64, manager.getDevice());
            for (int first = 0; first < TRAINING && step < steps; first += workload.batchSize()) {
                step++;
                step(order, first, workload.evaluated() && step % 10 == 0);
            }
            order.close();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void step(PtNDArray order, int first, boolean recorded) {
        try (NDManager local = manager.newSubManager()) {
            PtNDArray indices = (PtNDArray) order.get(first + ":" + Math.min(TRAINING, first + workload.batchSize()));
            indices.attach(local);
            PtNDArray x = rows(features, indices, local);
            PtNDArray y = rows(labels, indices, local);
            if (recorded) {
                right(x, y);
            }
            try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                PtNDArray scores = network.scores(x);
                PtNDArray logarithms = JniUtils.logSoftmax(scores, 1, DataType.FLOAT32);
                PtNDArray loss =
                        (PtNDArray) JniUtils.pick(logarithms, y, 1).mean().neg();
                collector.backward(loss);
                loss.getFloat();
            }
            update();
            if (recorded) {
                int right = 0;
                for (int part = 0; part < validationFeatures.size(); part++) {
                    right += right(validationFeatures.get(part), validationLabels.get(part));
                }
            }
        }
    }

    private static PtNDArray rows(PtNDArray all, PtNDArray indices, NDManager local) {
        PtNDArray rows = (PtNDArray) all.get(indices);
        rows.attach(local);
        return rows;
    }

    private int right(PtNDArray images, PtNDArray expected) {
        JniUtils.setGradMode(false);
        try (NDManager local = manager.newSubManager()) {
            // What is computed of an array belongs to its manager, and is freed with it.
            images.tempAttach(local);
            PtNDArray scores = network.scores(images);
            long count = scores.argMax(1)
                    .eq(expected)
                    .sum()
                    .toType(DataType.INT64, false)
                    .getLong();
            return (int) count;
        }
    }

    private void update() {
        JniUtils.setGradMode(false);
        updates++;
        for (int i = 0; i < parameters.size(); i++) {
            PtNDArray parameter = parameters.get(i);
            PtNDArray gradient = JniUtils.getGradient(parameter);
            switch (workload.method()) {
                case ADAM -> {
                    double correction = Math.sqrt(1 - Math.pow(.999, updates)) / (1 - Math.pow(.9, updates));
                    JniUtils.adamUpdate(
                            parameter,
                            gradient,
                            means.get(i),
                            variances.get(i),
                            1e-3f,
                            (float) (1e-3 * correction),
                            0,
                            1,
                            -1,
                            .9f,
                            .999f,
                            1e-8f,
                            false);
                }
                case MOMENTUM -> JniUtils.sgdUpdate(parameter, gradient, means.get(i), 1e-3f, 0, 1, -1, .9f);
                case SGD -> JniUtils.sgdUpdate(parameter, gradient, null, .01f, 0, 1, -1, 0);
            }
            JniUtils.zeroGrad(parameter);
            gradient.close();
        }
    }

    private PtNDArray images(int count) {
        float[] values = new float[count * workload.channels() * workload.side() * workload.side()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        if (!CHANNELS_LAST || !workload.convolutional()) {
            return (PtNDArray)
                    manager.create(values, new Shape(count, workload.channels(), workload.side(), workload.side()));
        }
        PtNDArray last = (PtNDArray)
                manager.create(values, new Shape(count, workload.side(), workload.side(), workload.channels()));
        return JniUtils.permute(last, new long[] {0, 3, 1, 2});
    }

    private PtNDArray labels(int count) {
        return (PtNDArray)
                manager.create(random.longs(count, 0, Workload.CLASSES).toArray());
    }

    @Override
    public void close() {
        manager.close();
    }
}
