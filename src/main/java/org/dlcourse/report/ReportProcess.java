package org.dlcourse.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dlcourse.reference.Recordings;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.util.JavaProcess;

/**
 * Makes the report in a process of its own, so that it is made however the tests' process ends.
 *
 * <p>It reads the {@link SessionJournal} from its standard input. That ends when the tests' process does, be it orderly, by a crash
 * or by a kill: the operating system closes the pipe. Only then the report is made.
 */
final class ReportProcess {
    /** Kept by the new process: where the results are, where the report goes, and what is part of it. */
    private static final List<String> PROPERTIES = List.of(
            ReportGenerator.HOME,
            ReportGenerator.OUTPUT,
            AllureResults.FOLDER,
            HandoutPdfs.WANTED,
            "java.awt.headless");

    private final Process process;

    private ReportProcess(Process process) {
        this.process = process;
    }

    /** Starts the process that waits for the end of this one. */
    static ReportProcess start(CourseSettings settings) {
        // It mostly waits; the report itself is made by one more process.
        JavaProcess java = JavaProcess.of(ReportProcess.class.getName())
                .withOptions("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        java = java.withOptions(
                "-D" + EngineSettings.SCALE.property() + "=" + settings.scale(),
                "-D" + EngineSettings.SEED.property() + "=" + settings.seed(),
                "-D" + EngineSettings.REFERENCE.property() + "=" + settings.reference());
        for (String property : PROPERTIES) {
            if (System.getProperty(property) != null) {
                java = java.withOptions("-D" + property + "=" + System.getProperty(property));
            }
        }
        try {
            // Its message after a crash goes to this process's standard error.
            return new ReportProcess(java.builder()
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The process that makes the report cannot be started.", e);
        }
    }

    /** Where the session's journal is written to. */
    OutputStream journal() {
        return process.getOutputStream();
    }

    /**
     * Ends the journal and waits for the report.
     *
     * @return what the process said of it
     * @throws IllegalStateException if there is none
     */
    String await() {
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The report is not complete: its process ended with exit status "
                        + process.exitValue() + ". " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("The report was not made: its process ended before the tests.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the report was made", e);
        }
    }

    /** Waits for the end of the journal, and makes the report. */
    public static void main(String[] arguments) throws IOException {
        List<String> journal;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            journal = in.lines().toList();
        }
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            report(journal);
        }
    }

    /** Waits until the process of an earlier session that crashed has made its report, which would spoil this one's. */
    static void awaitEarlier() {
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            // Nobody holds it any more.
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be determined whether an earlier report is still being made.", e);
        }
    }

    private static FileChannel lockFile() throws IOException {
        Path folder = ReportGenerator.ofProcess().page().toAbsolutePath().getParent();
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        Files.createDirectories(lock.getParent());
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void report(List<String> journal) throws IOException {
        RequirementOutcomes outcomes = RequirementOutcomes.of(journal);
        RequirementCatalogue all = RequirementCatalogue.ofClassPath();
        RequirementCatalogue tested = all.testedBy(outcomes.tested());
        Map<Place, Outcome> requirements = outcomes.of(tested);
        UncoveredRequirements.write(requirements);
        AllureResults results = AllureResults.ofProcess();
        Judgements judgements = Judgements.ofFolder(results.folder(), tested);
        String summary = RequirementOutcomes.summary(requirements.values())
                + (judgements.all().isEmpty() ? "" : ". Points: " + judgements.points());
        results.addToEnvironment(Map.of("requirements", summary));
        Executor executor = Executor.of(System.getenv(), results.runNumber());
        results.write(executor);
        ReportGenerator generator = ReportGenerator.ofProcess();
        Summary rows = new Summary(
                tested.title(),
                executor.buildName(),
                System.getProperty(EngineSettings.SCALE.property()),
                System.getProperty(EngineSettings.SEED.property()),
                Summary.rows(
                        requirements,
                        results,
                        new Recordings(Path.of(System.getProperty(EngineSettings.REFERENCE.property())))::find));
        List<Callable<Void>> tasks = new ArrayList<>();
        tasks.add(() -> {
            String said = page(generator, results, rows, tested.title() + ": " + summary);
            PrintStream out = outcomes.sessionEnded() ? System.out : System.err;
            out.println((outcomes.sessionEnded() ? "" : "The tests' process ended before its last test did. ")
                    + (tested.courses().isEmpty() ? all.untested() : "") + "Requirements: " + summary + ". " + said);
            return null;
        });
        if (HandoutPdfs.areWanted()) {
            tasks.add(() -> {
                new HandoutPdfs(rows, results).write(generator.report());
                return null;
            });
        }
        try {
            Parallel.results(tasks);
        } catch (IOException e) {
            // The page is there whatever becomes of the PDFs.
            (outcomes.sessionEnded() ? System.out : System.err).println(e.getMessage());
            if (e.getCause() instanceof RuntimeException) {
                // A fault of this program: the message alone says too little.
                e.printStackTrace();
            }
            System.exit(1);
        }
    }

    /** Makes the page, and says where it is. */
    private static String page(ReportGenerator generator, AllureResults results, Summary rows, String title)
            throws IOException {
        LastRuns last = LastRuns.ofFolder(results.history());
        boolean single =
                generator.generate(results, title, Optional.of(new SummaryPage(rows, last.differenceOf(rows))));
        last.with(rows).keep(results.history());
        return "Report: " + generator.page().toUri()
                + (single ? "" : " (too large for one file: keep the folder " + ReportPage.BESIDE + " beside it)");
    }
}
