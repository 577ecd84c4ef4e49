package org.dlcourse.report;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.dlcourse.backend.Backend;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.folder.DataFolder;
import org.dlcourse.experiment.ClusterProvider;
import org.dlcourse.experiment.ResultsException;
import org.dlcourse.experiment.RunStore;
import org.dlcourse.figure.Figure;
import org.dlcourse.reference.Recordings;
import org.dlcourse.reference.ReferenceException;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Secrets;
import org.dlcourse.settings.SettingsException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a report of a test session: settings are checked first, old results removed, and at the end, whether tests failed
 * or not and however the process ends, requirements without a result are filled in and the HTML is made.
 *
 * <p>Active where the build names the report's folder in the property {@value ReportGenerator#OUTPUT}, and not {@code none}.
 */
public final class ReportSession implements LauncherSessionListener {
    private static final Logger LOG = LoggerFactory.getLogger("course.data");

    /** In place of the folder, where a build wants no report, as for the harness's own tests. */
    private static final String NO_REPORT = "none";

    private final RequirementTagFilter filter = new RequirementTagFilter();
    /** All null until a session with a report is open. */
    private ReportProcess report;

    private SessionJournal journal;

    private Set<String> tested;

    private CourseSettings settings;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Secrets.removeFromProperties();
        String output = System.getProperty(ReportGenerator.OUTPUT);
        if (output == null) {
            LOG.info(
                    "No report is made: the property {} names no folder. Maven's test phase sets it in a course that inherits"
                            + " org.dlcourse:dl-course-parent.",
                    ReportGenerator.OUTPUT);
        }
        // With a report or without, before any test uses ND4J.
        reportingFailure(
                output == null || output.equals(NO_REPORT) ? Backend::requireNativeFolder : () -> open(session));
    }

    private void open(LauncherSession session) {
        ReportProcess.awaitEarlier();
        // First, so that a run that cannot start leaves no report of an earlier one that could be taken for its own.
        ReportGenerator.ofProcess().clean();
        AllureResults.ofProcess().clean();
        // What is wrong with a setting or the machine is said here, before anything runs.
        settings = CourseSettings.ofProcess();
        filter.check();
        HandoutPdfs.areWanted();
        tested = TestedRequirements.ofClassPath();
        RequirementCatalogue.ofClassPath().requireKnown(tested);
        settings.marks()
                .filter(Files::exists)
                .ifPresent(file -> Marks.ofFile(file, RequirementCatalogue.ofClassPath()));
        ClusterProvider.requireFor(settings);
        DataFolder.check(settings);
        DataFolder.summary(settings).forEach(LOG::info);
        new RunStore(settings.results());
        settings.record().map(Recordings::new).ifPresent(Recordings::requireWritable);
        new Recordings(settings.reference()).all();
        Figure.requireFonts();
        Backend.requireNativeFolder();
        if (Backend.isForGpu()) {
            Backend.start();
        }
        report = ReportProcess.start(settings);
        journal = new SessionJournal(report.journal());
        journal.tested(tested);
        session.getLauncher().registerTestExecutionListeners(journal);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (report != null) {
            reportingFailure(this::close);
        }
    }

    private void close() {
        journal.end();
        System.out.print(report.await());
        if (journal.tests() == 0) {
            filter.selection().map(this::noTest).ifPresent(message -> {
                System.out.println(message);
                FinalMessage.write(message);
            });
        } else if (settings.seeds() > 0 && !journal.selected().isEmpty()) {
            new SeedTrials(settings, journal.selected()).conduct(System.out::println);
        }
    }

    /** Runs the action; why it failed is also the final message of the build. */
    private static void reportingFailure(Runnable action) {
        try {
            action.run();
        } catch (SettingsException
                | CatalogueException
                | DataException
                | ResultsException
                | ReferenceException
                | IllegalStateException e) {
            throw failed(e.getMessage());
        } catch (UncheckedIOException e) {
            throw failed(e.getMessage() + " The reason: " + e.getCause());
        }
    }

    private static SessionFailedException failed(String message) {
        FinalMessage.write(message);
        return new SessionFailedException(message);
    }

    private String noTest(String selection) {
        return "No test matches " + selection
                + ". Tested requirements, whose ids and handouts can be named as they are written here: "
                + String.join(", ", new TreeSet<>(tested));
    }

    /** Without a stack trace: the message is for whoever started the session, and says it all. */
    private static final class SessionFailedException extends RuntimeException {
        SessionFailedException(String message) {
            super(message, null, false, false);
        }
    }
}
