package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Javadoc shows as code is code of a test, and so is compiled and run. */
class JavadocExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model/Architecture",
                "model/Dl4jLayer",
                "training/TrainingPlan",
                "experiment/Experiment",
                "experiment/Laboratory"
            })
    void exampleIsTheCodeOfATest(String type) throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/dlcourse", type + ".java"));
        List<String> examples = EXAMPLE.matcher(source)
                .results()
                .map(found -> found.group(1).replaceAll("(?m)^ \\* ?", ""))
                .toList();

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(tests(type)).as(example).anyMatch(test -> dense(test).contains(dense(example)));
        }
    }

    private static List<String> tests(String type) throws IOException {
        Path folder = Path.of("src/test/java/org/dlcourse", type).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("ExampleTest.java"))
                    .map(JavadocExamplesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines may be broken elsewhere. */
    private static String dense(String code) {
        return code.replaceAll("\\s", "");
    }
}
