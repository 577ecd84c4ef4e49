package org.dlcourse.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;

/**
 * The daemon that runs containers.
 *
 * @param client speaks with it
 */
record ContainerDaemon(DockerClient client) {
    private static final String REAPER = "TESTCONTAINERS_RYUK_DISABLED";

    private static final long SECONDS_TO_END = 20;
    private static final String HOST = "TESTCONTAINERS_HOST_OVERRIDE";
    private static final Path WITHIN_CONTAINER = Path.of("/.dockerenv");

    /** On each of our containers: the machine and the process that it belongs to. */
    private static final String LABEL = "org.dlcourse.worker-of";

    static ContainerDaemon connected() {
        return new ContainerDaemon(DockerClientFactory.instance().client());
    }

    /** Whether it answers and has an image; containers that were left before are removed. */
    static SelfTest tested(String image, Map<String, String> environment) {
        if (!Boolean.parseBoolean(environment.get(REAPER))) {
            return SelfTest.failed("the environment variable " + REAPER + " is " + environment.get(REAPER)
                    + ". Set it to true: Testcontainers would start a container of its own to clean up, with an image from"
                    + " elsewhere, and containers are removed without it.");
        }
        if (Files.exists(WITHIN_CONTAINER) && environment.get(HOST) == null) {
            return SelfTest.failed(
                    "this is a container itself, and the environment variable " + HOST + " is not set. Set it to"
                            + " localhost: Testcontainers would look for the host with an image from elsewhere.");
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return SelfTest.failed(
                    "no daemon of Docker answers. Install and start one that this user may use; 'docker info' tells.");
        }
        ContainerDaemon daemon = connected();
        if (!daemon.has(image)) {
            return SelfTest.failed("the image " + image + " is not on this machine. Make it with docker/build.");
        }
        daemon.removeLeftovers();
        return SelfTest.passed("a daemon with the image " + image);
    }

    /** What the image consists of, as its SHA-256. */
    String digest(String image) {
        return client.inspectImageCmd(image).exec().getId();
    }

    /** Whether an image is on this machine. */
    boolean has(String image) {
        try {
            digest(image);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** What a container of this process is labelled with. */
    static Map<String, String> label() {
        return Map.of(LABEL, owner(ProcessHandle.current()));
    }

    /** Removes the containers of processes of this machine that have ended, however they ended. */
    private void removeLeftovers() {
        Set<String> running =
                ProcessHandle.allProcesses().map(ContainerDaemon::owner).collect(Collectors.toSet());
        List<Container> workers = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(LABEL))
                .exec();
        for (Container worker : workers) {
            String owner = worker.getLabels().get(LABEL);
            if (owner.startsWith(machine() + " ") && !running.contains(owner)) {
                remove(worker.getId());
            }
        }
    }

    /** Ends a container, and waits until it has ended. */
    void kill(String id) {
        try {
            client.killContainerCmd(id).exec();
        } catch (ConflictException | NotFoundException e) {
            // It has ended meanwhile.
        }
        client.waitContainerCmd(id).start().awaitStatusCode(SECONDS_TO_END, TimeUnit.SECONDS);
    }

    /** Ends a container and removes it, at once. */
    void remove(String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException e) {
            // It has been removed already, which is what is wanted.
        }
    }

    /** Numbers of processes are used again, and machines of containers have the same. */
    private static String owner(ProcessHandle process) {
        return machine() + " " + process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return e.getMessage();
        }
    }
}
