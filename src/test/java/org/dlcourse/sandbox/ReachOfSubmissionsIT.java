package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What code in a sandbox can reach of the network, of files and of other processes: what is claimed and no more. */
@Timeout(60)
class ReachOfSubmissionsIT {
    @TempDir
    private Path folder;

    private HostileCode hostile;

    @BeforeEach
    void prepare() throws IOException {
        hostile = HostileCode.in(folder);
    }

    @AfterEach
    void nothingRunsOn() {
        HostileCode.assertNothingRunsOn();
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void networkIsRefusedWhereThatIsClaimed(Sandbox sandbox) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String came = hostile.result(sandbox, """
                    import socket
                    try:
                        socket.create_connection(("127.0.0.1", %d), 1).close()
                        result = "connected"
                    except OSError as error:
                        result = "refused"
                    """.formatted(server.getLocalPort()));

            boolean open = sandbox.doesNotStop().contains("the network");
            assertThat(came).isEqualTo(open ? "connected" : "refused");
            assertThat(cameIn(server)).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void gradersFilesAreOutOfReach(Sandbox sandbox) throws IOException {
        Path secret = Files.writeString(folder.resolve("expected.txt"), "secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path open = Files.writeString(folder.resolve("open.txt"), "open");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        String code = """
                result = ""
                for name in ("%s", "%s", "/etc/shadow", "/proc/%d/environ", "/proc/%d/mem"):
                    try:
                        result += " " + open(name, "rb").read(4).decode()
                    except OSError as error:
                        result += " -"
                """.formatted(
                        secret,
                        open,
                        ProcessHandle.current().pid(),
                        ProcessHandle.current().pid());

        assertThat(hostile.result(sandbox, code))
                .isEqualTo(sandbox.isolation() == Isolation.PROCESS ? " - open - - -" : " - - - - -");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void gradersEnvironmentIsOutOfReach(Sandbox sandbox) throws IOException {
        String names = hostile.result(sandbox, """
                import glob
                seen = set()
                for name in glob.glob("/proc/[0-9]*/environ"):
                    try:
                        seen |= {line.split(b"=")[0].decode() for line in open(name, "rb").read().split(b"\\0") if line}
                    except OSError:
                        pass
                result = " ".join(sorted(seen))
                """);

        assertThat(System.getenv()).as("control: what could be seen").containsKey("MALLOC_TRIM_THRESHOLD_");
        assertThat(Arrays.asList(names.split(" ")))
                .contains("PATH", "HOME")
                .isSubsetOf(
                        "HOME",
                        "HOSTNAME",
                        "LANG",
                        "LC_CTYPE",
                        "MKL_NUM_THREADS",
                        "OMP_NUM_THREADS",
                        "OPENBLAS_NUM_THREADS",
                        "PATH",
                        "PWD",
                        "TMPDIR");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void nothingThatIsWrittenStays(Sandbox sandbox) throws IOException {
        List<String> places =
                List.of("/tmp", "/dev/shm", "/var/tmp", "/", "/dev", "/srv", "/usr", "/etc", "/worker", "/home");
        String name = "left-by-" + folder.getFileName();
        String written = hostile.result(sandbox, """
                import os
                result = ""
                for place in "%s".split():
                    try:
                        os.makedirs(place + "/%s/a/b")
                        open(place + "/%s/a/b/c", "w").write("x")
                        os.chmod(place + "/%s/a", 0)
                        result += place + " "
                    except OSError:
                        pass
                """.formatted(String.join(" ", places), name, name, name));

        assertThat(written)
                .isEqualTo(sandbox.isolation() == Isolation.PROCESS ? "/tmp /dev/shm /var/tmp " : "/tmp /dev/shm ");
        assertThat(places).noneMatch(place -> Files.exists(Path.of(place, name)));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void fileIsNoLargerThanAllowed(Sandbox sandbox) throws IOException {
        assertThat(hostile.result(sandbox, """
                        import os
                        result = ""
                        for name in ("/tmp/large-%s", "/dev/shm/large-%s"):
                            written = 0
                            try:
                                with open(name, "wb", 0) as file:
                                    while written < 80:
                                        file.write(bytes(1 << 20))
                                        written += 1
                            except OSError as error:
                                result += str(written <= 64) + " "
                            os.remove(name)
                        """.formatted(folder.getFileName(), folder.getFileName())))
                .isEqualTo("True True ");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void manyFilesFillNoMoreThanTheirFolderWhereThatIsClaimed(Sandbox sandbox) throws IOException {
        if (sandbox.isolation() == Isolation.PROCESS) {
            assertThat(sandbox.doesNotStop()).anyMatch(phrase -> phrase.startsWith("filling the disk"));
            return;
        }
        assertThat(hostile.result(sandbox, """
                        result = ""
                        for place in ("/tmp", "/dev/shm"):
                            files = 0
                            try:
                                while files < 40:
                                    open(place + "/" + str(files), "wb", 0).write(bytes(4 << 20))
                                    files += 1
                            except OSError as error:
                                result += str(files) + " "
                        """)).matches("1[56] (1[56]|[34]) ");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void linksAndPipesInASubmissionAreLeftOut(Sandbox sandbox) throws IOException {
        EchoWorker.assumeHolds(sandbox);
        Files.createSymbolicLink(hostile.submission().resolve("results.json"), Path.of("/etc/shadow"));
        Files.createSymbolicLink(hostile.submission().resolve("folder"), Path.of("/etc"));
        Files.createDirectory(hostile.submission().resolve("part"));
        assertThat(SystemTool.run(List.of(
                                "mkfifo",
                                hostile.submission().resolve("part/pipe\n1").toString()))
                        .status())
                .isZero();
        String code = "import os; result = str(sorted(os.listdir(submission)) + os.listdir(submission + '/part'))";
        try (Worker worker = hostile.start(sandbox, code, HostileCode.LIMITS)) {
            assertThat(worker.remarks())
                    .containsExactlyInAnyOrder(
                            "\"results.json\" was left out: it is a symbolic link; expected a file.",
                            "\"folder\" was left out: it is a symbolic link; expected a file.",
                            "\"part/pipe 1\" was left out: it is neither a file nor a folder; expected a file.");
            assertThat(HostileCode.result(EchoWorker.run(worker, HostileCode.LONG)))
                    .isEqualTo("['code.py', 'part']");
        }
    }

    private static boolean cameIn(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
