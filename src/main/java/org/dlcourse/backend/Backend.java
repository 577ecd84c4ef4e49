package org.dlcourse.backend;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What computes: ND4J's backend as it was found when it was first used in this process.
 *
 * <p>All that differs where GPUs compute is here: each has one worker ({@link #workers}), equal seeds do not give equal
 * bits ({@link #repeatsToTheBit}), and the devices are part of what is said of every result ({@link #gpus}).
 *
 * @param name class of ND4J's backend, such as {@code CpuBackend}
 * @param version version of ND4J and DL4J
 * @param nativeBuild classifier of the native build, such as {@code linux-x86_64-onednn-avx2}
 * @param convolutionHelper class of the helper that DL4J's convolution layers use, or {@value #NO_HELPER}
 * @param threadsPerOperation OpenMP threads within one operation
 * @param gpus that compute; none where the CPU does
 * @param vectorLanes the floats of a vector register that convolutions are computed on: 4, 8 or 16; 0 where Java may not use them
 */
public record Backend(
        String name,
        String version,
        String nativeBuild,
        String convolutionHelper,
        int threadsPerOperation,
        List<Gpu> gpus,
        int vectorLanes) {
    /** What stands for the helper's class where convolution layers have none. */
    public static final String NO_HELPER = "none";

    static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";
    /**
     * The version whose builds with oneDNN in their name have none, and whose build for AVX2 has it: one that stopped on
     * the processor by AMD that was tried, with "x2APIC is not supported".
     */
    private static final String VERSION_WITH_NAMES_EXCHANGED = "1.0.0-M1.1";

    /** A backend that computes on the CPU. */
    public Backend(String name, String version, String nativeBuild, String convolutionHelper, int threadsPerOperation) {
        this(name, version, nativeBuild, convolutionHelper, threadsPerOperation, List.of(), 0);
    }

    /**
     * Starts ND4J with DL4J's helpers allowed, and says what was found.
     *
     * @throws IllegalStateException if the native build has oneDNN and DL4J does not use it, or if this is a build for
     *     GPUs and none can be used
     */
    public static Backend start() {
        return found().checked();
    }

    /**
     * The backend as it was found, whether or not it is as fast as it can be; for what only describes it.
     *
     * @throws IllegalStateException if this is a build for GPUs and none can be used
     */
    public static Backend found() {
        requireDevice();
        return Started.BACKEND.get();
    }

    /**
     * Whether this build computes on GPUs, or not at all.
     *
     * @throws IllegalStateException if there is not one backend of ND4J on the class path, with one native build
     */
    public static boolean isForGpu() {
        return Device.FOUND.get().build().cuda().isPresent();
    }

    /**
     * Passes where what this build computes on is there; nothing is loaded for it.
     *
     * @throws IllegalStateException if this is a build for GPUs and none is there that it serves, with what was found
     *     and what serves it
     */
    public static void requireDevice() {
        Device device = Device.FOUND.get();
        device.build().cuda().ifPresent(cuda -> cuda.requireServed(device.gpus()));
    }

    /**
     * Passes where ND4J's native code can be unpacked, which is done when ND4J is first used; to be called before that.
     *
     * @throws IllegalStateException if there is not one backend of ND4J on the class path, or if no folder serves, with what is the
     *     matter with each and the property that names another
     */
    public static void requireNativeFolder() {
        Device.FOUND.get();
        NativeCache.choose();
    }

    /** Whether a GPU computes. */
    public boolean onGpu() {
        return !gpus.isEmpty();
    }

    /** How many networks are trained at a time: as many as asked for on a CPU, and one per device on GPUs; the rest wait. */
    public int workers(int asked) {
        return onGpu() ? gpus.size() : asked;
    }

    /** Whether equal plans and seeds give equal bits; a GPU adds in whatever order its threads finish. */
    public boolean repeatsToTheBit() {
        return !onGpu();
    }

    /** The devices that compute, in words; empty where the CPU does. */
    public String devices() {
        return gpus.stream().map(Gpu::toString).collect(Collectors.joining(", "));
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
        return nativeBuild.contains("onednn") && !version.equals(VERSION_WITH_NAMES_EXCHANGED);
    }

    /** Whether convolution layers use a helper. */
    public boolean helperActive() {
        return !convolutionHelper.equals(NO_HELPER);
    }

    /** What determines the bits of a result: all that is known of the backend but the vectors' width, and of its GPUs their models. */
    public String identity() {
        String backend =
                String.join("|", name, version, nativeBuild, convolutionHelper, "threads=" + threadsPerOperation)
                        + (vectorLanes > 0 ? "|vectors" : "");
        return onGpu()
                ? backend + "|"
                        + gpus.stream().map(Gpu::name).distinct().sorted().collect(Collectors.joining("|"))
                : backend;
    }

    /** What is known before anything is started. */
    private record Device(Build build, Gpus gpus) {
        /** Read at first use, by the class loader, once. */
        private static final Supplier<Device> FOUND = attempt(Device::find);

        private static Device find() {
            Build build = Build.ofProcess();
            Gpus gpus = build.cuda()
                    .map(cuda -> Gpus.ofProcess())
                    .orElseGet(() -> new Gpus(List.of(), "this build computes on the CPU"));
            return new Device(build, gpus);
        }
    }

    /** Initialised at first use, by the class loader, once. */
    private static final class Started {
        private static final Supplier<Backend> BACKEND = attempt(Backend::find);
    }

    /** What failed once fails with the same words whenever it is asked for, and not as a class that cannot be initialised. */
    private static <T> Supplier<T> attempt(Supplier<T> finding) {
        try {
            T found = finding.get();
            return () -> found;
        } catch (IllegalStateException e) {
            return () -> {
                throw new IllegalStateException(e.getMessage(), e);
            };
        }
    }

    private static Backend find() {
        requireNativeFolder();
        Device device = Device.FOUND.get();
        device.build().cuda().ifPresent(cuda -> requireLoadable(cuda, device.gpus()));
        // DL4J reads the property once, when its first layer class is loaded; an explicit choice is respected. It has
        // no helpers for GPUs,
        // and warns of each that it looks for.
        if (System.getProperty(HELPERS_DISABLED) == null) {
            System.setProperty(HELPERS_DISABLED, Boolean.toString(isForGpu()));
        }
        LaunchSettings.ofProcess().warn();
        return new Backend(
                nd4jBackend().getClass().getSimpleName(),
                device.build().version(),
                device.build().nativeBuild(),
                convolutionHelperInUse(),
                threadsOfNewThread(),
                device.gpus().usable(),
                isForGpu() ? 0 : VectorRegisters.lanes());
    }

    /** ND4J says of all that keeps its native code from being loaded that dependencies are probably missing. */
    private static Nd4jBackend nd4jBackend() {
        try {
            return Nd4j.getBackend();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "ND4J's native code cannot be loaded: " + rootMessage(e) + ". It was to be unpacked to "
                            + System.getProperty(NativeCache.PROPERTY)
                            + ", where there must be room for it and files may be executed. Name another folder with -D"
                            + NativeCache.PROPERTY + "=FOLDER.",
                    e);
        }
    }

    /** ND4J only prints why it skips a backend and then says that it has none, so each is asked before. */
    private static void requireLoadable(CudaBuild cuda, Gpus gpus) {
        try {
            for (Nd4jBackend backend : ServiceLoader.load(Nd4jBackend.class)) {
                backend.canRun();
            }
            Nd4j.getBackend();
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalStateException(
                    "CUDA cannot be started: " + rootMessage(e) + ". The driver's answer: " + gpus.finding()
                            + ". Expected the libraries of " + cuda.title()
                            + ", with cuDNN 8, on the library path beside the driver's"
                            + " own, libcuda.so.1. Add -Pgpu,cuda-redist to bring them as a jar, or"
                            + " -Dnd4j.classifier=linux-x86_64 to do without cuDNN. Or leave -Pgpu out to compute on the CPU;"
                            + " docs/gpu.md has more.",
                    e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
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

    @Override
    public String toString() {
        String text = String.format(
                Locale.ROOT,
                "%s %s (%s), convolution helper %s, %s per operation%s",
                name,
                version,
                nativeBuild,
                convolutionHelper,
                threadsPerOperation == 1 ? "1 thread" : threadsPerOperation + " threads",
                vectorLanes > 0 ? ", convolutions on vectors of " + vectorLanes + " floats" : "");
        return onGpu() ? text + ", on " + devices() : text;
    }
}
