package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.dlcourse.settings.Isolation;

/**
 * A container for each worker, by Testcontainers: an image of its own that nobody keeps anything in, without a network, with all
 * limits counted for the container as a whole.
 *
 * <p>It needs a daemon of Docker on this machine, an image that {@code docker/build} makes, and the environment variable
 * {@code TESTCONTAINERS_RYUK_DISABLED=true}: containers that a killed process left are removed here, by their labels, and no other
 * container gets the daemon's socket for that. Within a container it needs {@code TESTCONTAINERS_HOST_OVERRIDE=localhost} too.
 */
public final class ContainerSandbox implements Sandbox {
    private static final String PREFIX = "dl-course-worker-";

    /** The image for Python with NumPy. */
    public static final String PYTHON_NUMPY = PREFIX + "python-numpy";

    /** The image for Python with NumPy and PyTorch. */
    public static final String PYTHON_TORCH = PREFIX + "python-torch";

    /** The image for Java. */
    public static final String JAVA = PREFIX + "java";

    private static final String TESTCONTAINERS = "org.testcontainers.containers.GenericContainer";

    private final String image;

    /**
     * Describes the sandbox; nothing is started.
     *
     * @param image name of an image that is on this machine, for the self-test; none is ever pulled
     */
    public ContainerSandbox(String image) {
        this.image = image;
    }

    @Override
    public Isolation isolation() {
        return Isolation.CONTAINER;
    }

    @Override
    public String description() {
        return "a container without a network for each worker";
    }

    @Override
    public List<String> doesNotStop() {
        return List.of(
                "attacks on the kernel, which is the machine's own",
                "slowing other processes of the machine down, as far as the limits allow");
    }

    @Override
    public SelfTest selfTest() {
        if (!hasTestcontainers()) {
            return SelfTest.failed("Testcontainers is not on the class path. Add org.testcontainers:testcontainers.");
        }
        SelfTest daemon = ContainerDaemon.tested(image, System.getenv());
        return daemon.passed()
                ? new Probe(new ContainerLauncher(image))
                        // The kernel counts the container's processes, and no user's.
                        .test(EnumSet.complementOf(EnumSet.of(Claim.PROCESSES)))
                : daemon;
    }

    @Override
    public Worker start(WorkerCommand command, Path submission, Limits limits) {
        if (!ContainerDaemon.connected().has(command.image())) {
            throw new SandboxException(
                    "The image " + command.image() + " is not on this machine. Make it with docker/build "
                            + command.image().replace(PREFIX, "") + ", and grade again.");
        }
        return new ContainerLauncher(command.image()).start(command, submission, limits);
    }

    private static boolean hasTestcontainers() {
        return ContainerSandbox.class.getResource("/" + TESTCONTAINERS.replace('.', '/') + ".class") != null;
    }
}
