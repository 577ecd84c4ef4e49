package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples in Javadoc are those of the tests' sources, where they are compiled. */
class JavadocExamplesTest {
    private static final Path MAIN = Path.of("src/main/java/org/dlcourse");
    private static final Path TESTS = Path.of("src/test");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("(?m)^ *\\* ?");

    @ParameterizedTest
    @ValueSource(strings = {"kit", "report", "settings"})
    void examplesOfAPackageAreInTheSourcesOfTests(String name) {
        String tests = contents(TESTS).map(JavadocExamplesTest::withoutBlanks).collect(Collectors.joining());

        List<String> examples = new ArrayList<>();
        contents(MAIN.resolve(name)).forEach(source -> EXAMPLE.matcher(source)
                .results()
                .map(example -> MARGIN.matcher(example.group(1)).replaceAll(""))
                .forEach(examples::add));

        assertThat(examples).isNotEmpty();
        assertThat(examples)
                .filteredOn(example -> !tests.contains(withoutBlanks(example)))
                .as("examples that no test has")
                .isEmpty();
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
