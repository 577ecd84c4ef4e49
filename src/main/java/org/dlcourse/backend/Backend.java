package org.dlcourse.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What computes: ND4J's backend as it was found when it was first used in this process.
 *
 * @param name class of ND4J's backend, such as {@code CpuBackend}
 * @param version version of ND4J and DL4J
 * @param nativeBuild classifier of the native build, such as {@code linux-x86_64-onednn-avx2}
 * @param convolutionHelper class of the helper that DL4J's convolution layers use, or {@value #NO_HELPER}
 * @param threadsPerOperation OpenMP threads within one operation
 */
public record Backend(
        String name, String version, String nativeBuild, String convolutionHelper, int threadsPerOperation) {
    /** What stands for the helper's class where convolution layers have none. */
    public static final String NO_HELPER = "none";

    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    /**
     * Starts ND4J with DL4J's helpers allowed, and says what was found.
     *
     * @throws IllegalStateException if the native build has oneDNN and DL4J does not use it
     */
    public static Backend start() {
        return found().checked();
    }

    /** The backend as it was found, whether or not it is as fast as it can be; for what only describes it. */
    public static Backend found() {
        return Started.BACKEND;
    }

    /** This backend, if it is as fast as its native build can be. */
    Backend checked() {
        if (helperExpected() && !helperActive()) {
            throw new IllegalStateException("The native build " + nativeBuild
                    + " has oneDNN, but DL4J's convolution layers do not use it and would train at a thirtieth of their"
                    + " speed. Expected the property " + HELPERS_DISABLED + " to be false (it is \""
                    + System.getProperty(HELPERS_DISABLED) + "\") and the class org.nd4j.nativeblas.Nd4jCpu of this"
                    + " project on the class path before any other of that name.");
        }
        return this;
    }

    /** Whether the native build has the library that the helpers call. */
    public boolean helperExpected() {
        return nativeBuild.contains("onednn");
    }

    /** Whether convolution layers use a helper. */
    public boolean helperActive() {
        return !convolutionHelper.equals(NO_HELPER);
    }

    /** What determines the bits of a result: all that is known of the backend. */
    public String identity() {
        return String.join("|", name, version, nativeBuild, convolutionHelper, "threads=" + threadsPerOperation);
    }

    /** Initialised at first use, by the class loader, once. */
    private static final class Started {
        private static final Backend BACKEND = find();
    }

    private static Backend find() {
        // DL4J reads the property once, when its first layer class is loaded; an explicit choice is respected.
        if (System.getProperty(HELPERS_DISABLED) == null) {
            System.setProperty(HELPERS_DISABLED, "false");
        }
        Properties build = buildProperties();
        String name = Nd4j.getBackend().getClass().getSimpleName();
        return new Backend(
                name,
                build.getProperty("dl4j.version"),
                build.getProperty("nd4j.classifier"),
                convolutionHelperInUse(),
                threadsOfNewThread());
    }

    /** OpenMP keeps the number per thread, and networks are trained in threads of their own. */
    private static int threadsOfNewThread() {
        return CompletableFuture.supplyAsync(
                        () -> NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(),
                        task -> new Thread(task, "thread-count").start())
                .join();
    }

    private static String convolutionHelperInUse() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(2).build())
                .layer(new OutputLayer.Builder().nOut(2).build())
                .setInputType(InputType.convolutional(6, 6, 1))
                .build());
        network.init();
        network.output(Nd4j.ones(DataType.FLOAT, 1, 1, 6, 6));
        var helper = network.getLayer(0).getHelper();
        return helper == null ? NO_HELPER : helper.getClass().getSimpleName();
    }

    private static Properties buildProperties() {
        Properties properties = new Properties();
        try (InputStream in = Backend.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %s (%s), convolution helper %s, %d thread(s) per operation",
                name,
                version,
                nativeBuild,
                convolutionHelper,
                threadsPerOperation);
    }
}
