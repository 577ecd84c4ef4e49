package org.dlcourse.report;

import java.util.TreeSet;
import org.dlcourse.backend.Backend;
import org.dlcourse.dataset.DataFolder;
import org.dlcourse.experiment.RunStore;
import org.dlcourse.settings.CourseSettings;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a report of a test session: settings are checked first, old results removed, and at the end, whether tests failed
 * or not and however the process ends, requirements without a result are filled in and the HTML is made.
 *
 * <p>Active where the build names the report's folder in the property {@value ReportGenerator#OUTPUT}.
 */
public final class ReportSession implements LauncherSessionListener {
    private static final Logger LOG = LoggerFactory.getLogger("course.data");

    private final RequirementTagFilter filter = new RequirementTagFilter();
    /** Both null until a session with a report is open. */
    private ReportProcess report;

    private SessionJournal journal;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(ReportGenerator.OUTPUT) == null) {
            return;
        }
        ReportProcess.awaitEarlier();
        // First, so that a run that cannot start leaves no report of an earlier one that could be taken for its own.
        AllureResults.ofProcess().clean();
        ReportGenerator.ofProcess().clean();
        // What is wrong with a setting or the device is said here, before anything runs.
        CourseSettings settings = CourseSettings.ofProcess();
        filter.tags();
        DataFolder.check(settings);
        DataFolder.summary(settings).forEach(LOG::info);
        new RunStore(settings.results());
        if (Backend.isForGpu()) {
            Backend.start();
        }
        report = ReportProcess.start();
        journal = new SessionJournal(report.journal());
        session.getLauncher().registerTestExecutionListeners(journal);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (report == null) {
            return;
        }
        journal.end();
        System.out.print(report.await());
        if (journal.tests() == 0) {
            filter.expression()
                    .ifPresent(
                            expression -> System.out.println("No test matches -D" + RequirementTagFilter.PROPERTY + "="
                                    + expression
                                    + ". Tested requirements, whose ids and handouts can be named as they are written"
                                    + " here: " + String.join(", ", new TreeSet<>(RequirementOutcomes.testedIds()))));
        }
    }
}
