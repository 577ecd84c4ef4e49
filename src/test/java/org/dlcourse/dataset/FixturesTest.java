package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.util.Sha256;
import org.junit.jupiter.api.Test;

class FixturesTest {
    private static final Path FIXTURES = Path.of("fixtures");

    @Test
    void everyGoldenArrayHasTheDigestThatWasWrittenDownWhenItWasMade() throws IOException {
        List<String> lines = Files.readAllLines(FIXTURES.resolve("SHA256SUMS"));
        for (String line : lines) {
            String[] digestAndFile = line.split(" {2}");
            assertThat(new Sha256()
                            .add(Files.readAllBytes(FIXTURES.resolve(digestAndFile[1])))
                            .hex())
                    .as(digestAndFile[1])
                    .isEqualTo(digestAndFile[0]);
        }
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.np[yz]")))
                    .as("golden arrays, all of them in SHA256SUMS")
                    .hasSize(lines.size());
        }
    }
}
