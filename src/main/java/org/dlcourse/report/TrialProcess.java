package org.dlcourse.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.util.JavaProcess;

/**
 * A {@link SeedTrial} in a process of its own.
 *
 * @param folder of what it leaves, with what it says in {@code log.txt}
 */
record TrialProcess(Path folder) {
    /** The file that the process writes an outcome a line to, its first argument. */
    Path outcomes() {
        return folder.resolve("outcomes.tsv");
    }

    /**
     * Runs it to its end.
     *
     * @return its outcomes as {@link PassRates#trial} reads them; none if it ended before the first
     */
    List<String> run(JavaProcess java) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(outcomes());
        java.builder()
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start()
                .waitFor();
        return Files.exists(outcomes()) ? Files.readAllLines(outcomes()) : List.of();
    }
}
