package org.dlcourse.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.dlcourse.backend.Backend;
import org.dlcourse.dataset.DataFolder;
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

    private final RequirementTagFilter filter = new RequirementTagFilter();
    private final RequirementOutcomes outcomes = new RequirementOutcomes();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isActive()) {
            return;
        }
        // First, so that a run that cannot start leaves no report of an earlier one that could be taken for its own.
        AllureResults.ofProcess().clean();
        generator().clean();
        // What is wrong with a setting or the device is said here, before anything runs.
        CourseSettings settings = CourseSettings.ofProcess();
        filter.tags();
        DataFolder.check(settings);
        new RunStore(settings.results());
        if (Backend.isForGpu()) {
            Backend.start();
        }
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
        generator().generate(results, "dl-course-harness: " + summary);
        System.out.println(
                "Requirements: " + summary + ". Report: " + generator().page().toUri());
        if (outcomes.tests() == 0) {
            filter.expression()
                    .ifPresent(
                            expression -> System.out.println("No test matches -D" + RequirementTagFilter.PROPERTY + "="
                                    + expression
                                    + ". Tested requirements, whose ids and handouts can be named as they are written"
                                    + " here: " + String.join(", ", new TreeSet<>(RequirementOutcomes.testedIds()))));
        }
    }

    private static ReportGenerator generator() {
        return new ReportGenerator(Path.of(System.getProperty(GENERATOR)), Path.of(System.getProperty(OUTPUT)));
    }

    private static boolean isActive() {
        return System.getProperty(OUTPUT) != null;
    }
}
