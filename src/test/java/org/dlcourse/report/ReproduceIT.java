package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows the command that a page gives, in another process. */
@Timeout(240)
class ReproduceIT {
    /** The command of this run; a page also gives that of its recorded run. */
    private static final Pattern COMMAND = Pattern.compile("(?<!Recorded by: )mvn test (-Dgroups=CIFAR-3[^<]*)");

    private static final String VARIATIONS = "org.dlcourse.homework.cifar.VariationsTest";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    @EnabledIfBitsRepeat
    void commandOnThePageGivesTheSameBitsInAnotherProcess() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path again = Files.createDirectory(folder.resolve("again"));
        Path otherSeed = Files.createDirectory(folder.resolve("other seed"));

        run(first, List.of("-Dgroups=CIFAR-3", "-Dcourse.seed=7", "-Dcourse.workers=2"));
        List<String> printed = commandOnThePage(first);
        assertThat(printed).containsExactly("-Dgroups=CIFAR-3", "-Dcourse.seed=7");
        List<String> alone = new ArrayList<>(printed);
        alone.add("-Dcourse.workers=1");
        run(again, alone);
        run(otherSeed, List.of("-Dgroups=CIFAR-3", "-Dcourse.seed=80", "-Dcourse.workers=2"));

        Map<String, JsonNode> results = results(first);
        assertThat(results).as("three seeds with ReLU and without").hasSize(6);
        assertThat(results(again)).isEqualTo(results);
        assertThat(results(otherSeed).values())
                .as("control: another seed")
                .doesNotContainAnyElementsOf(results.values());
    }

    private void run(Path place, List<String> settings) throws Exception {
        RunningProcess session =
                SampleSession.of(place, VARIATIONS).withOptions(settings).startIn(place);
        assertThat(session.await()).as(session.output()).isZero();
        assertThat(session.output()).contains("1 passed");
    }

    private static List<String> commandOnThePage(Path place) throws IOException {
        for (Path file : files(place.resolve("results"), "-result.json")) {
            Matcher command = COMMAND.matcher(
                    JSON.readTree(file.toFile()).path("descriptionHtml").asText());
            if (command.find()) {
                return List.of(command.group(1).split(" "));
            }
        }
        throw new AssertionError("no page has a command for CIFAR-3");
    }

    /** The result of each run, by its key, without its times. */
    private static Map<String, JsonNode> results(Path place) throws IOException {
        Map<String, JsonNode> results = new TreeMap<>();
        for (Path file : files(place.resolve("course-results/runs"), ".json")) {
            results.put(
                    file.getFileName().toString(), JSON.readTree(file.toFile()).findValue("result"));
        }
        return results;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
