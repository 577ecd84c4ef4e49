package org.dlcourse.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The program that runs requirements' tests with one seed, in a process of its own and without a report. */
final class SeedTrial {
    private SeedTrial() {}

    /**
     * Runs the tests and writes a line for each: the requirement's id, the name of its {@link Outcome} and the first line of its
     * message, separated by tabs.
     *
     * @param arguments the file, and each test as {@code class#method(types)}
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> tests = Arrays.asList(arguments).subList(1, arguments.length);
        try (PrintStream outcomes =
                new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true, StandardCharsets.UTF_8)) {
            // Without the session that makes a report.
            LauncherConfig config = LauncherConfig.builder()
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .build();
            LauncherFactory.create(config)
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(tests.stream()
                                            .map(DiscoverySelectors::selectMethod)
                                            .toList())
                                    .build(),
                            new Writer(outcomes));
        }
    }

    /** Writes the outcomes as they come. */
    private record Writer(PrintStream outcomes) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            write(
                    test,
                    Outcome.of(result),
                    result.getThrowable().map(SeedTrial::message).orElse(""));
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            write(test, Outcome.SKIPPED, reason);
        }

        private void write(TestIdentifier test, Outcome outcome, String message) {
            test.getSource()
                    .flatMap(RequirementIds::of)
                    .ifPresent(id -> outcomes.println(String.join(
                            "\t",
                            id,
                            outcome.name(),
                            message.lines().findFirst().orElse("").replace('\t', ' '))));
        }
    }

    private static String message(Throwable reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }
}
