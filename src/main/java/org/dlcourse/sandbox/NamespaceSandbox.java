package org.dlcourse.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.settings.Isolation;

/**
 * Namespaces of the kernel, made by bubblewrap: no network, no process of the machine in sight, and of its files the programs in
 * {@code /usr} and nothing else.
 *
 * <p>The worker finds the submission in {@code /srv} and can write to {@code /tmp} and {@code /dev/shm}, which lie in memory, have a
 * size and vanish with it. Where this process is root, each worker is a user of its own as well.
 */
public final class NamespaceSandbox implements Sandbox {
    private static final Places PLACES = new Places("/worker", "/srv", "/tmp");

    private static final String INSTALLATION = "Install the package bubblewrap, 0.8 or later.";

    private final Launcher launcher = new LocalLauncher(new Namespaces());

    @Override
    public Isolation isolation() {
        return Isolation.NAMESPACE;
    }

    @Override
    public String description() {
        return SystemTool.run(List.of(bwrap(), "--version")).output().strip()
                + ": namespaces without a network and without the machine's files"
                + (WorkerUser.canBeOwn() ? ", each worker as a user of its own without rights" : "");
    }

    @Override
    public List<String> doesNotStop() {
        return List.of(
                "reading the programs and libraries in /usr",
                "attacks on the kernel, which is the machine's own",
                "slowing other processes of the machine down, as far as the limits allow");
    }

    @Override
    public SelfTest selfTest() {
        return SystemTool.find("bwrap").isPresent()
                ? new Probe(launcher).test(EnumSet.allOf(Claim.class))
                : SelfTest.failed("bubblewrap is not on this machine. " + INSTALLATION);
    }

    @Override
    public Worker start(WorkerCommand command, Path submission, Limits limits) {
        return launcher.start(command, submission, limits);
    }

    private static String bwrap() {
        return SystemTool.require("bwrap", "makes namespaces", INSTALLATION);
    }

    /** The worker's folders are bound to fixed places. */
    private record Namespaces() implements Enclosure {
        private static final List<String> SYSTEM_FOLDERS =
                List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");

        @Override
        public Places places(WorkFolder folder) {
            return PLACES;
        }

        @Override
        public List<String> around(
                WorkFolder folder, WorkerUser user, Limits limits, List<Path> readable, List<String> words) {
            return Stream.of(
                            PrivilegeCommand.as(user),
                            PrivilegeCommand.within(limits),
                            namespaces(),
                            system(),
                            bound(folder, limits, readable),
                            List.of("--chdir", PLACES.temporary(), "--cap-drop", "ALL", "--"),
                            // Within the namespace: there it counts the worker's processes alone, whoever its user is.
                            PrivilegeCommand.withProcesses(limits),
                            words)
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public boolean leavesFilesElsewhere() {
            return false;
        }

        private static List<String> namespaces() {
            return List.of(
                    bwrap(),
                    "--unshare-user",
                    "--unshare-pid",
                    "--unshare-net",
                    "--unshare-ipc",
                    "--unshare-uts",
                    "--unshare-cgroup-try",
                    "--disable-userns",
                    "--die-with-parent",
                    "--new-session",
                    "--hostname",
                    "worker");
        }

        /** What programs need, and nothing of what people keep. */
        private static List<String> system() {
            List<String> options = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
            for (String folder : SYSTEM_FOLDERS) {
                Path path = Path.of(folder);
                if (Files.isSymbolicLink(path)) {
                    options.addAll(List.of("--symlink", target(path), folder));
                } else if (Files.isDirectory(path)) {
                    options.addAll(List.of("--ro-bind", folder, folder));
                }
            }
            for (String file : List.of("/etc/ld.so.cache", "/etc/alternatives")) {
                options.addAll(List.of("--ro-bind-try", file, file));
            }
            return options;
        }

        private static List<String> bound(WorkFolder folder, Limits limits, List<Path> readable) {
            List<String> options = new ArrayList<>(List.of("--proc", "/proc", "--dev", "/dev"));
            String size = Long.toString(limits.fileBytes());
            options.addAll(List.of("--size", size, "--perms", "1777", "--tmpfs", "/dev/shm"));
            options.addAll(List.of("--size", size, "--perms", "1777", "--tmpfs", PLACES.temporary()));
            for (Path one : readable) {
                options.addAll(List.of("--ro-bind", one.toString(), one.toString()));
            }
            options.addAll(List.of("--ro-bind", folder.program().toString(), PLACES.program()));
            options.addAll(List.of("--ro-bind", folder.submission().toString(), PLACES.submission()));
            // Both are folders in memory without a size.
            options.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
            return options;
        }

        private static String target(Path link) {
            try {
                return Files.readSymbolicLink(link).toString();
            } catch (IOException e) {
                throw new SandboxException("The link " + link + " cannot be read.", e);
            }
        }
    }
}
