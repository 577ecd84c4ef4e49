package org.dlcourse;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A build by the Maven that started this one, offline.
 *
 * @param status exit status
 * @param output all that it printed
 */
record MavenProcess(int status, String output) {
    /** What Failsafe gives this process, and whoever builds a course does not have. */
    private static final List<String> SETTINGS_OF_THE_PARENT =
            List.of("OMP_NUM_THREADS", "MALLOC_MMAP_MAX_", "MALLOC_TRIM_THRESHOLD_");

    /** The local repository of this build. */
    static Path repository() {
        return Path.of(property("maven.repo.local"));
    }

    /** Runs Maven in a folder to its end. */
    static MavenProcess run(Path folder, Path repository, String... arguments) throws Exception {
        String script = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        List<String> command = new ArrayList<>(List.of(
                Path.of(property("maven.home"), "bin", script).toString(),
                "--batch-mode",
                "--offline",
                "-Dmaven.repo.local=" + repository,
                // Whichever mirror an artifact came from.
                "-Daether.enhancedLocalRepository.trackingFilename=none"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(SETTINGS_OF_THE_PARENT);
        Process process = started(builder);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new MavenProcess(process.waitFor(), said);
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            return abort("Maven is needed: " + e.getMessage());
        }
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseGet(() -> abort("Maven starts this test, and gives it the property " + name + ": mvn verify"));
    }
}
