package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildOutputIT {
    private static final Path CLASSES = Path.of("target/classes");
    private static final String SERVICES = "META-INF/services/";

    @Test
    void engineHasNothingOfACourse() throws IOException {
        List<String> files = files(BuildOutput.ENGINE);

        assertThat(files)
                .contains("org/dlcourse/report/Requirement.class", "org/dlcourse/kit/ExerciseCheck.class")
                .noneMatch(file -> file.startsWith("org/dlcourse/exercise/"))
                .noneMatch(file -> file.startsWith("org/dlcourse/homework/"))
                .noneMatch(file -> file.endsWith(".yaml"))
                .doesNotContain("logback.xml", "logback-test.xml");
    }

    @Test
    void engineRegistersNothingThatItDoesNotHave() throws IOException {
        List<String> files = files(BuildOutput.ENGINE);
        List<String> registered = new ArrayList<>();
        try (JarFile jar = new JarFile(BuildOutput.ENGINE.toFile())) {
            for (String service : files) {
                if (service.startsWith(SERVICES)) {
                    registered.addAll(text(jar, service).lines().toList());
                }
            }
        }

        assertThat(registered).as("control").contains("org.dlcourse.report.ReportSession");
        assertThat(registered).allSatisfy(name -> assertThat(files).contains(name.replace('.', '/') + ".class"));
    }

    @Test
    void eachFileIsInTheEngineOrInTheFiveHandouts() throws IOException {
        List<String> both = new ArrayList<>(files(BuildOutput.ENGINE));
        both.addAll(files(BuildOutput.FIVE_HANDOUTS));
        both.removeIf(BuildOutputIT::isWrittenByTheJarPlugin);
        assertThat(both.remove("META-INF/LICENSE")).as("licence in both").isTrue();
        List<String> compiled;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            compiled = files.filter(Files::isRegularFile)
                    .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }

        assertThat(both).containsExactlyInAnyOrderElementsOf(compiled);
    }

    /** What would give another build other bytes. */
    @Test
    void jarsNameNeitherTheTimeNorTheJdkOfTheirBuild() throws IOException {
        for (Path file : List.of(BuildOutput.ENGINE, BuildOutput.FIVE_HANDOUTS)) {
            try (JarFile jar = new JarFile(file.toFile())) {
                assertThat(Collections.list(jar.entries()))
                        .extracting(JarEntry::getTimeLocal)
                        .containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
                assertThat(jar.getManifest().getMainAttributes().keySet())
                        .extracting(Object::toString)
                        .containsExactly("Manifest-Version");
            }
        }
    }

    private static boolean isWrittenByTheJarPlugin(String file) {
        return file.equals(JarFile.MANIFEST_NAME) || file.startsWith("META-INF/maven/");
    }

    private static List<String> files(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return Collections.list(jar.entries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    private static String text(JarFile jar, String file) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(file)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
