package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dlcourse.kit.ChildProcess;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test session over a class of sample requirements, as a process of its own. */
final class SampleSession {
    private SampleSession() {}

    /** A session over the class of requirements, that leaves all that it makes in a folder. */
    static ChildProcess of(Path folder, Class<?> requirements) {
        return of(folder, requirements.getName());
    }

    /** The same by the name of a class. */
    static ChildProcess of(Path folder, String requirements) {
        return ChildProcess.of(SampleSession.class, requirements)
                .withOptions(
                        "-Djava.awt.headless=true",
                        "-Dreport.output=" + folder.resolve("report"),
                        "-Dreport.final-message=" + finalMessage(folder),
                        "-Dreport.generator=" + System.getProperty("report.generator.under.test"),
                        "-Dallure.results.directory=" + folder.resolve("results"),
                        "-Dcourse.results=" + folder.resolve("course-results"));
    }

    /** Where such a session leaves why it was refused. */
    static Path finalMessage(Path folder) {
        return folder.resolve("final-message.txt");
    }

    /** The result that such a session left of a requirement. */
    static JsonNode result(Path folder, String id) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith("-result.json")).toList()) {
                JsonNode result = new ObjectMapper().readTree(file.toFile());
                if (RequirementLabels.id(result).filter(id::equals).isPresent()) {
                    return result;
                }
            }
        }
        throw new AssertionError("no result of " + id);
    }

    public static void main(String[] arguments) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(arguments[0]))
                            .build());
        }
    }
}
