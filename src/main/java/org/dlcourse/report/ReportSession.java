package org.dlcourse.report;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dlcourse.experiment.RunStore;
import org.dlcourse.settings.CourseSettings;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Makes a report of a test session: settings are checked first, old results removed, and at the end, whether tests failed
 * or not, requirements without a result are filled in and the HTML is made.
 *
 * <p>Active where the build names the report's folder in the property {@value #OUTPUT}.
 */
public final class ReportSession implements LauncherSessionListener {
    static final String OUTPUT = "report.output";
    private static final String GENERATOR = "report.generator";

    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isActive()) {
            return;
        }
        // What is wrong with a setting is said once, here, before anything runs.
        new RunStore(CourseSettings.ofProcess().results());
        AllureResults.ofProcess().clean();
        session.getLauncher().registerTestExecutionListeners(new Finishing());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (!isActive()) {
            return;
        }
        UncoveredRequirements.write(started, finished);
        Path report = Path.of(System.getProperty(OUTPUT));
        new ReportGenerator(Path.of(System.getProperty(GENERATOR)), report).generate(AllureResults.ofProcess());
        System.out.println("Report: " + report.resolve("index.html").toUri());
    }

    private static boolean isActive() {
        return System.getProperty(OUTPUT) != null;
    }

    /** Notes which requirements were started and which came to an end. */
    private final class Finishing implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier test) {
            id(test).ifPresent(started::add);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            id(test).ifPresent(finished::add);
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            id(test).ifPresent(finished::add);
        }

        private static Optional<String> id(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getJavaMethod())
                    .flatMap(method -> AnnotationSupport.findAnnotation(method, Requirement.class))
                    .map(Requirement::value);
        }
    }
}
