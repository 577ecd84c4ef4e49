package org.dlcourse.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.dlcourse.grading.UnreadableSubmissionException;
import org.dlcourse.report.JudgedRequirements;
import org.dlcourse.report.SubmissionSession;
import org.dlcourse.util.AtomicFile;

/**
 * Submissions that are graded together.
 *
 * @param home that grading runs in
 * @param submissions to be graded
 * @param output folder of the grades
 * @param requirements that they are judged by
 * @param options how they are judged
 * @param workers submissions at a time, empty for one a processor
 */
record Batch(
        Home home,
        List<SubmittedFolder> submissions,
        Path output,
        JudgedRequirements requirements,
        GradingOptions options,
        OptionalInt workers) {
    private static final String GRADE = "grade.json";

    /**
     * Grades what is not graded yet, and writes all outputs.
     *
     * @param log gets a line a submission
     * @return whether all are graded
     * @throws IOException if something cannot be written
     */
    boolean grade(Consumer<String> log) throws IOException {
        Files.createDirectories(output);
        String judge = ClassPathDigest.ofProcess();
        Path shell = Files.createTempDirectory("grade-shell");
        int parallel =
                Math.min(submissions.size(), workers.orElse(Runtime.getRuntime().availableProcessors()));
        ExecutorService pool = Executors.newFixedThreadPool(parallel);
        BlockingQueue<GradingProcess> processes = new ArrayBlockingQueue<>(parallel);
        try {
            Path page = SubmissionSession.shell(home.allure(), shell);
            for (int i = 0; i < parallel; i++) {
                processes.add(new GradingProcess(home, page, options));
            }
            AtomicInteger done = new AtomicInteger();
            List<Future<GradedSubmission>> running = new ArrayList<>();
            for (SubmittedFolder one : submissions) {
                running.add(pool.submit(() -> {
                    GradedSubmission graded = graded(one, processes, judge);
                    log.accept(String.format(
                            Locale.ROOT,
                            "%d of %d: %s: %s (%.1f s)",
                            done.incrementAndGet(),
                            submissions.size(),
                            one.name(),
                            graded.inWords(),
                            graded.seconds()));
                    return graded;
                }));
            }
            List<GradedSubmission> all = new ArrayList<>();
            for (Future<GradedSubmission> one : running) {
                all.add(one.get());
            }
            ClassOutput grades = new ClassOutput(output, judged(all), all);
            grades.write();
            grades.openAnswers().ifPresent(log);
            log.accept("Grades: " + output.resolve(ClassOutput.GRADES) + ", page: "
                    + output.resolve(ClassOutput.PAGE).toUri());
            return all.stream().allMatch(GradedSubmission::graded);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while submissions were graded", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException failure
                    ? failure
                    : new IllegalStateException("A submission cannot be graded.", e.getCause());
        } finally {
            pool.shutdownNow();
            processes.forEach(GradingProcess::close);
            FileUtils.deleteDirectory(shell.toFile());
        }
    }

    /** Those that tests judge, then those with an answer that a person judges. */
    private List<String> judged(List<GradedSubmission> all) {
        return requirements.ids().stream()
                .filter(id -> requirements.byTest().containsKey(id)
                        || all.stream().anyMatch(one -> one.judgement(id).isPresent() || one.isOpen(id)))
                .toList();
    }

    private GradedSubmission graded(SubmittedFolder one, BlockingQueue<GradingProcess> processes, String judge)
            throws InterruptedException {
        Path folder = output.resolve(one.name());
        GradingRun run = new GradingRun(one, folder, requirements, options, judge);
        try {
            GradedSubmission earlier = earlier(folder);
            if (earlier != null && earlier.graded() && earlier.key().equals(run.key())) {
                return earlier;
            }
            GradingProcess process = processes.take();
            GradedSubmission graded;
            try {
                graded = run.grade(process);
            } finally {
                processes.add(process);
            }
            new SubmissionOutput(folder, graded).write();
            AtomicFile.write(folder.resolve(GRADE), new ObjectMapper().writeValueAsBytes(graded));
            return graded;
        } catch (UnreadableSubmissionException e) {
            return GradedSubmission.failed(one.name(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The results of " + one.name() + " cannot be written to " + folder + ".", e);
        }
    }

    /** Null if there is none, or one that another version of the harness wrote. */
    private static GradedSubmission earlier(Path folder) throws IOException {
        Path file = folder.resolve(GRADE);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return new ObjectMapper().readValue(Files.readAllBytes(file), GradedSubmission.class);
        } catch (JsonProcessingException e) {
            // Graded anew, as after any other change of the tests.
            return null;
        }
    }
}
