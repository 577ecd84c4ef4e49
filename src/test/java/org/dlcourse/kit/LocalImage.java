package org.dlcourse.kit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
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
    private static final String SECONDS_TO_LIVE = "1200";

    /**
     * A container of the image that is not started yet, has no network and does nothing. It ends by itself after some time, should
     * nobody stop it. The test ends as skipped where there is no daemon of Docker or no such image.
     *
     * @param memoryBytes of all its processes
     */
    public GenericContainer<?> container(long memoryBytes) {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "needs a daemon of Docker, and none answers; 'docker info' tells");
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
        } catch (NotFoundException e) {
            return abort("needs the image " + image + "; make it with docker/build " + name);
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
}
