package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of finished runs, as another process leaves them.
 *
 * @param results the folder of results
 */
record KeptRuns(Path results) {
    int count() throws IOException {
        return files(".json").size();
    }

    /** The files with their contents, time and duration of the training included. */
    Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        for (Path file : files(".json")) {
            contents.put(file, Files.readString(file));
        }
        return contents;
    }

    /** Files that were being written. */
    List<Path> halfWritten() throws IOException {
        return files(".part");
    }

    static void assertEqualResults(List<Run> runs, List<Run> expected) throws IOException {
        assertThat(runs)
                .extracting(Run::key)
                .isEqualTo(expected.stream().map(Run::key).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Json.MAPPER.writeValueAsString(runs.get(i).result()))
                    .as("result of %s", expected.get(i).request())
                    .isEqualTo(Json.MAPPER.writeValueAsString(expected.get(i).result()));
        }
    }

    private List<Path> files(String ending) throws IOException {
        Path runs = results.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
