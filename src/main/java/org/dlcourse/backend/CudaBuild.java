package org.dlcourse.backend;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * ND4J's CUDA backend, as it was built: which GPUs it has code for, and which driver its CUDA needs.
 *
 * @param title ND4J's version and CUDA's, for messages
 * @param lowest capability that it has code for
 * @param highest capability that its code runs on, empty where the driver can translate it for newer ones
 * @param driver lowest version of the driver
 */
record CudaBuild(String title, ComputeCapability lowest, Optional<ComputeCapability> highest, String driver) {
    /** What the published builds have code for, by CUDA's version; docs/gpu.md says where that is from. */
    private static final Map<String, String> PUBLISHED = Map.of("11.6", "3.7-8.9", "11.2", "3.5-");

    private static final String PUBLISHED_DRIVER = "510.39";
    private static final String INSTEAD = " Or leave -Pgpu out to compute on the CPU; docs/gpu.md has more.";

    /**
     * A backend on the class path.
     *
     * @param version ND4J's
     * @param cuda CUDA's
     * @param capabilities of a build that is not the published one
     * @throws IllegalStateException if none are given and no published build is known
     */
    static CudaBuild of(String version, String cuda, Optional<String> capabilities) {
        String title = "ND4J " + version + " with CUDA " + cuda;
        String known = capabilities
                .or(() -> Optional.ofNullable(PUBLISHED.get(cuda)))
                .orElseThrow(() -> new IllegalStateException(
                        "Which GPUs " + title + " has code for is not known, only that of CUDA "
                                + String.join(" and ", new TreeSet<>(PUBLISHED.keySet())) + ". Name them with -D"
                                + Build.CAPABILITIES + "=LOWEST-HIGHEST, such as 9.0-9.0."));
        return of(title, known, PUBLISHED_DRIVER);
    }

    /**
     * Reads the capabilities of a build.
     *
     * @param capabilities such as {@code 3.7-8.9}, or {@code 3.5-} without an upper end
     */
    static CudaBuild of(String title, String capabilities, String driver) {
        String[] ends = capabilities.split("-");
        return new CudaBuild(
                title,
                ComputeCapability.of(ends[0]),
                ends.length == 1 ? Optional.empty() : Optional.of(ComputeCapability.of(ends[1])),
                driver);
    }

    /**
     * Passes where every usable GPU is served, since each gets a worker.
     *
     * @throws IllegalStateException if there is none, the driver is too old, or a GPU is of another generation
     */
    void requireServed(Gpus gpus) {
        if (gpus.usable().isEmpty()) {
            throw new IllegalStateException("No GPU can be used: " + gpus.finding() + ". Expected " + expected()
                    + ". Install NVIDIA's driver; a container must be given the GPU and nvidia-smi"
                    + " (NVIDIA_DRIVER_CAPABILITIES=compute,utility)." + INSTEAD);
        }
        for (Gpu gpu : gpus.usable()) {
            requireServed(gpu);
        }
    }

    private void requireServed(Gpu gpu) {
        if (olderThan(gpu.driver(), driver)) {
            throw new IllegalStateException("NVIDIA's driver is " + gpu.driver() + ", too old for " + title
                    + ". Expected " + driver + " or later. Update the driver." + INSTEAD);
        }
        if (gpu.capability().compareTo(lowest) < 0) {
            throw new IllegalStateException(found(gpu) + " Use a newer GPU." + INSTEAD);
        }
        if (highest.isPresent() && gpu.capability().compareTo(highest.get()) > 0) {
            throw new IllegalStateException(found(gpu)
                    + " Build with -Ddl4j.version=1.0.0-M1.1, whose code the driver can translate for newer GPUs; where the"
                    + " machine has another GPU, name that one in " + Gpus.VISIBLE + "." + INSTEAD);
        }
    }

    private String found(Gpu gpu) {
        return "GPU " + gpu.index() + " is " + gpu + ", which " + title + " has no code for. Expected " + expected()
                + ".";
    }

    /** What serves, in words. */
    String expected() {
        return "a GPU of compute capability " + lowest
                + highest.map(end -> " to " + end).orElse(" or later") + " and driver " + driver + " or later for "
                + title;
    }

    /** Numbers between points, compared from the left; what is missing counts as 0. */
    static boolean olderThan(String version, String least) {
        String[] numbers = version.split("\\.");
        String[] leastNumbers = least.split("\\.");
        for (int i = 0; i < Math.max(numbers.length, leastNumbers.length); i++) {
            int order = Integer.compare(number(numbers, i), number(leastNumbers, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int number(String[] numbers, int index) {
        return index < numbers.length && numbers[index].matches("\\d{1,9}") ? Integer.parseInt(numbers[index]) : 0;
    }
}
