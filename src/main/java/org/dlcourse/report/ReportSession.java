package org.dlcourse.report;

import java.nio.file.Path;
import java.util.Map;
import org.dlcourse.experiment.RunStore;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.dlcourse.settings.CourseSettings;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes a report of a test session: settings are checked first, old results removed, and at the end, whether tests failed
 * or not, requirements without a result are filled in and the HTML is made.
 *
 * <p>Active where the build names the report's folder in the property {@value #OUTPUT}.
 */
public final class ReportSession implements LauncherSessionListener {
    static final String OUTPUT = "report.output";
    private static final String GENERATOR = "report.generator";

    private final RequirementOutcomes outcomes = new RequirementOutcomes();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isActive()) {
            return;
        }
        // What is wrong with a setting is said once, here, before anything runs.
        new RunStore(CourseSettings.ofProcess().results());
        AllureResults.ofProcess().clean();
        session.getLauncher().registerTestExecutionListeners(outcomes);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (!isActive()) {
            return;
        }
        Map<Place, Outcome> requirements = outcomes.of(RequirementCatalogue.load());
        UncoveredRequirements.write(requirements);
        String summary = RequirementOutcomes.summary(requirements);
        AllureResults results = AllureResults.ofProcess();
        results.addToEnvironment(Map.of("requirements", summary));
        Path report = Path.of(System.getProperty(OUTPUT));
        new ReportGenerator(Path.of(System.getProperty(GENERATOR)), report)
                .generate(results, "dl-course-harness: " + summary);
        System.out.println("Requirements: " + summary + ". Report: "
                + report.resolve("index.html").toUri());
    }

    private static boolean isActive() {
        return System.getProperty(OUTPUT) != null;
    }
}
