package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Javadoc shows as an example is in the source of a test or of the template, where it is compiled. */
class JavadocExamplesTest {
    private static final Path MAIN = Path.of("src/main/java/org/dlcourse");
    private static final List<Path> TESTS = List.of(Path.of("src/test"), Path.of("template/src"));
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("(?m)^ *\\* ?");

    @Test
    void everyExampleIsInTheSourceOfATestOrOfTheTemplate() {
        String tests = TESTS.stream()
                .flatMap(JavadocExamplesTest::contents)
                .map(JavadocExamplesTest::withoutBlanks)
                .collect(Collectors.joining());

        assertThat(contents(MAIN).flatMap(source -> examples(source).stream()))
                .filteredOn(example -> !tests.contains(withoutBlanks(example)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment/Experiment",
                "experiment/Laboratory",
                "kit/ChanceLevel",
                "kit/ChildProcess",
                "kit/EnabledIfBitsRepeat",
                "kit/EnabledIfGpuAvailable",
                "kit/ExerciseCheck",
                "kit/GradientCheck",
                "kit/Mistake",
                "kit/RelativeError",
                "kit/RepeatedRun",
                "kit/RunCaption",
                "model/Architecture",
                "model/Dl4jLayer",
                "report/Bound",
                "report/Evidence",
                "report/Requirement",
                "report/RequirementCatalogue",
                "settings/SettingsProvider",
                "training/TrainingPlan"
            })
    void typeThatACourseUsesHasAnExample(String type) {
        assertThat(examples(content(MAIN.resolve(type + ".java")))).isNotEmpty();
    }

    private static List<String> examples(String source) {
        return EXAMPLE.matcher(source)
                .results()
                .map(example -> MARGIN.matcher(example.group(1)).replaceAll(""))
                .toList();
    }

    /** Of Java's sources and of catalogues. */
    private static Stream<String> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                    .map(JavadocExamplesTest::content)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines are broken differently in comments. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
