package org.dlcourse.kit;

import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * An image that {@code docker/build} makes, for tests that run something in it.
 *
 * @param name of the folder that it is made from, as {@code docker/build} takes it
 * @param image its name in Docker
 */
public record LocalImage(String name, String image) {
    private static final Logger LOG = LoggerFactory.getLogger(LocalImage.class);
    private static final String SECONDS_TO_LIVE = "1200";

    /**
     * A container of the image that is not started yet, has no network and does nothing. It ends by itself after some time, should
     * nobody stop it. The test ends as skipped where there is no daemon of Docker or no such image.
     *
     * @param memoryBytes of all its processes
     */
    public GenericContainer<?> container(long memoryBytes) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return skipped(
                    "Docker is needed, and its daemon does not answer. Start it: 'docker info' must end without an error.");
        }
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
        } catch (NotFoundException e) {
            return skipped("Docker's image " + image + " is needed, and is not there. Make it: docker/build " + name);
        }
        return new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(any -> false)
                .withNetworkMode("none")
                .withCommand("sleep", SECONDS_TO_LIVE)
                .withCreateContainerCmdModifier(create -> {
                    HostConfig host = create.getHostConfig();
                    if (host == null) {
                        throw new IllegalStateException("The command that creates a container has no settings.");
                    }
                    host.withMemory(memoryBytes).withMemorySwap(memoryBytes);
                });
    }

    /** Also on the console, where Maven counts skipped tests and does not say why they are. */
    private static <T> T skipped(String reason) {
        LOG.warn("A test is skipped: {}", reason);
        return abort(reason);
    }
}
