package org.dlcourse.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.dlcourse.grading.FolderDigest;
import org.dlcourse.report.Judgements;
import org.dlcourse.report.SubmissionSession;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.settings.Isolation;
import org.dlcourse.util.JavaProcess;
import org.dlcourse.util.Sha256;

/**
 * The grading of one submission, in a process of its own.
 *
 * @param submission to be graded
 * @param output its folder among the grades
 * @param tests by the requirement's id
 * @param isolation that works here
 * @param salt from which hidden cases are drawn
 * @param home that the process runs in
 * @param judge digest of what judges
 */
record GradingRun(
        SubmittedFolder submission,
        Path output,
        Map<String, String> tests,
        Isolation isolation,
        String salt,
        Home home,
        String judge) {
    /** Each case has a limit of its own; this one is for a process that does not end for another reason. */
    private static final long MINUTES = 30;
    /** A process that ends without judgements is started once more: its end may have nothing to do with the submission. */
    private static final int ATTEMPTS = 2;

    private static final String LOG = "log.txt";

    /** The digest of all that the judgement depends on. */
    String key() {
        Sha256 digest = new Sha256()
                .add(FolderDigest.sha256(submission.folder()))
                .add(salt)
                .add(judge);
        tests.forEach((id, test) -> digest.add(id));
        return digest.hex();
    }

    /**
     * Grades the submission.
     *
     * @param shell made by {@link SubmissionSession#shell}
     * @throws IOException if something cannot be written
     */
    GradedSubmission grade(Path shell) throws IOException {
        long start = System.nanoTime();
        Files.createDirectories(output);
        String failure = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            failure = run(shell);
            if (failure.isEmpty()) {
                Judgements judgements = SubmissionSession.judgements(output);
                return new GradedSubmission(
                        submission.name(), key(), judgements.all(), (System.nanoTime() - start) / 1e9, "");
            }
        }
        return new GradedSubmission(submission.name(), key(), List.of(), (System.nanoTime() - start) / 1e9, failure);
    }

    /** Empty, or why there are no judgements. */
    private String run(Path shell) throws IOException {
        Path results = output.resolve("results");
        Process process = java(shell, results)
                .builder()
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.resolve(LOG).toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return "its process did not end within " + MINUTES + " min; see " + LOG;
            }
            return process.exitValue() == 0
                    ? ""
                    : "its process ended with exit status " + process.exitValue() + "; see " + LOG;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + submission.name() + " was graded", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            FileUtils.deleteDirectory(results.toFile());
        }
    }

    private JavaProcess java(Path shell, Path results) {
        return SubmissionSession.process(home.allure(), output, shell, List.copyOf(tests.values()))
                .withVariable("OMP_NUM_THREADS", "1")
                .withVariable("TESTCONTAINERS_RYUK_DISABLED", "true")
                .withVariable("TESTCONTAINERS_HOST_OVERRIDE", "localhost")
                // Not among the options, which other processes of the machine can read.
                .withVariable(EngineSettings.SALT.variable(), salt)
                .withOptions(
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-modules=jdk.incubator.vector",
                        "-Djava.awt.headless=true",
                        "-Djunit.jupiter.extensions.autodetection.enabled=true",
                        "-D" + EngineSettings.SUBMISSION.property() + "=" + submission.folder(),
                        "-D" + EngineSettings.ISOLATION.property() + "=" + isolation,
                        "-D" + EngineSettings.RESULTS.property() + "=" + results);
    }
}
