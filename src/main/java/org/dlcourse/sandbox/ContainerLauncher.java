package org.dlcourse.sandbox;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts a container for each worker. */
final class ContainerLauncher implements Launcher {
    static final Places PLACES = new Places("/worker", "/srv", "/tmp");

    /** The number of nobody: no two containers see each other, so it need not be one of the worker's own. */
    static final long USER = 65534;

    /**
     * The first process of a container cannot be ended from within, and has to look after orphans: so it is not the worker. It waits
     * for a line, as what is written before somebody is attached is lost. The limit on the address space is set here: what starts
     * containers needs more.
     */
    private static final String FIRST = "read -r attached; ulimit -v \"$1\"; shift; \"$@\"; exit $?";

    private static final long SHARED_MEMORY = 16 << 20;
    private static final long ONE_PROCESSOR = 1_000_000_000;

    private final String image;

    ContainerLauncher(String image) {
        this.image = image;
    }

    @Override
    public String where() {
        return " in the image " + image + " (" + ContainerDaemon.connected().digest(image) + ")";
    }

    @Override
    public WorkerProcess launch(
            Path program, Path submission, Limits limits, List<Path> readable, Function<Places, List<String>> words) {
        ContainerDaemon daemon = ContainerDaemon.connected();
        WorkFolder folder = WorkFolder.create(WorkerUser.same(), program, submission);
        String kilobytes = Long.toString(limits.addressBytes() / 1024);
        List<String> command = Stream.concat(
                        Stream.of("/bin/sh", "-c", FIRST, "first", kilobytes), words.apply(PLACES).stream())
                .toList();
        try {
            GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                    .withImagePullPolicy(name -> false)
                    .withNetworkMode("none")
                    .withLabels(ContainerDaemon.label())
                    .withCommand(command.toArray(String[]::new))
                    .withCreateContainerCmdModifier(create -> configure(create, folder, readable, limits));
            return ContainerProcess.start(daemon, container, folder);
        } catch (RuntimeException e) {
            folder.remove();
            throw new SandboxException(
                    "A container of the image " + image + " cannot be started: " + e
                            + ". Expected a daemon of Docker that allows the limits; 'docker info' tells.",
                    e);
        }
    }

    private static void configure(CreateContainerCmd create, WorkFolder folder, List<Path> readable, Limits limits) {
        create.withUser(USER + ":" + USER)
                .withHostName("worker")
                .withWorkingDir(PLACES.temporary())
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withEnv(LocalProcess.environment(PLACES.temporary()).entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList());
        HostConfig host = create.getHostConfig();
        if (host == null) {
            throw new IllegalStateException("The command that creates a container has no settings of the host.");
        }
        host.withBinds(Stream.concat(
                                Stream.of(
                                        readOnly(folder.program(), PLACES.program()),
                                        readOnly(folder.submission(), PLACES.submission())),
                                readable.stream().map(one -> readOnly(one, one.toString())))
                        .toList())
                .withReadonlyRootfs(true)
                .withTmpFs(Map.of(
                        PLACES.temporary(),
                        "rw,noexec,nosuid,nodev,mode=1777,nr_inodes=4096,size=" + limits.fileBytes()))
                .withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes())
                .withPidsLimit((long) limits.processes())
                .withNanoCPUs(ONE_PROCESSOR)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withIpcMode("private")
                .withShmSize(SHARED_MEMORY)
                // What a worker prints is an answer, and can be of any length.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withUlimits(ulimits(limits));
    }

    private static Bind readOnly(Path folder, String place) {
        return new Bind(folder.toString(), new Volume(place), AccessMode.ro);
    }

    /** No limit on the processes of the user, which is the same in all containers. */
    private static List<Ulimit> ulimits(Limits limits) {
        long seconds = limits.processorTime().toSeconds();
        return List.of(
                new Ulimit("cpu", seconds, seconds + 1),
                new Ulimit("fsize", limits.fileBytes(), limits.fileBytes()),
                new Ulimit("nofile", (long) PrivilegeCommand.OPEN_FILES, (long) PrivilegeCommand.OPEN_FILES),
                new Ulimit("memlock", 65536L, 65536L),
                new Ulimit("msgqueue", 0L, 0L),
                new Ulimit("core", 0L, 0L));
    }
}
