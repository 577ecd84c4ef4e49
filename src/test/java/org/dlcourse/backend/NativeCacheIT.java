package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.backend.BackendIT.Start;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class NativeCacheIT {
    private static final String BACKEND = "CpuBackend";
    private static final List<String> NAMESPACE = List.of("unshare", "--map-root-user", "--mount");

    @TempDir
    private Path folder;

    @Test
    void twoProcessesMayUnpackAtOnce() throws Exception {
        Path cache = folder.resolve("cache");
        ChildProcess start = ChildProcess.of(Start.class).withOptions("-Dorg.bytedeco.javacpp.cachedir=" + cache);

        RunningProcess one = start.startIn(folder);
        RunningProcess other = start.startIn(folder);

        for (RunningProcess process : List.of(one, other)) {
            assertThat(process.await()).as(process.output()).isZero();
            assertThat(process.output()).contains(BACKEND).doesNotContain("unpacked");
        }
        assertThat(NativeCode.ofProcess().missingIn(cache)).as("bytes missing").isZero();
    }

    @Test
    void folderThatTheUserNamesIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a file");
        RunningProcess process = ChildProcess.of(Start.class)
                .withOptions("-Dorg.bytedeco.javacpp.cachedir=" + file)
                .startIn(folder);

        assertThat(process.await()).as("exit status").isNotZero();
        assertThat(process.output())
                .contains("cannot be unpacked to " + file + " (it cannot be written to: ")
                .doesNotContain(BACKEND);
    }

    @Test
    void homeWhoseFilesMayNotBeExecutedIsReplacedByTheBuildsFolder() throws Exception {
        RunningProcess process = startWithMountedHome("noexec");

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output())
                .contains("unpacked to target/javacpp-cache, and not to " + folder.resolve("home"))
                .contains("may not be executed", BACKEND);
        assertThat(NativeCode.ofProcess().missingIn(folder.resolve("target/javacpp-cache")))
                .as("bytes missing")
                .isZero();
    }

    @Test
    void fullHomeIsReplacedByTheBuildsFolder() throws Exception {
        RunningProcess process = startWithMountedHome("size=20m");

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output())
                .contains("unpacked to target/javacpp-cache, and not to " + folder.resolve("home"))
                .contains("it has 21 MB free", BACKEND);
    }

    /** In a folder with a target, and with a home of its own that only this process sees. */
    private RunningProcess startWithMountedHome(String options) throws Exception {
        requireMounts();
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectory(folder.resolve("target"));
        String shell = "mount -t tmpfs -o " + options + " tmpfs '" + home + "' && cd '" + folder + "' && exec \"$@\"";
        return ChildProcess.of(Start.class)
                .withOptions("-Duser.home=" + home)
                .startedBy("sh", "-c", shell, "sh")
                .startedBy(NAMESPACE.toArray(String[]::new))
                .startIn(folder);
    }

    private static void requireMounts() throws Exception {
        List<String> command = new ArrayList<>(NAMESPACE);
        command.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", "/mnt"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                abort("This user may not mount in a namespace of his own: " + said.strip());
            }
        } catch (IOException e) {
            abort("A namespace of its own is needed: " + e.getMessage());
        }
    }
}
