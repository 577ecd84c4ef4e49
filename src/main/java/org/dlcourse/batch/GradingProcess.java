package org.dlcourse.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dlcourse.report.SubmissionSession;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.util.JavaProcess;

/** A process that judges submissions, one after the other; one that ends or does not answer is replaced for the next. */
final class GradingProcess implements AutoCloseable {
    /** Each case has a limit of its own; this one is for a process that hangs for another reason. */
    private static final long MINUTES = 30;

    private final Home home;
    private final Path shell;
    private final GradingOptions options;
    /** Null while none is running. */
    private Process process;

    private PrintStream requests;
    private BufferedReader answers;

    /**
     * No process yet; the first request starts it.
     *
     * @param home that it runs in
     * @param shell made by {@link SubmissionSession#shell}
     * @param options how submissions are judged
     */
    GradingProcess(Home home, Path shell, GradingOptions options) {
        this.home = home;
        this.shell = shell;
        this.options = options;
    }

    /**
     * Judges a submission.
     *
     * @return empty, or why there are no judgements
     * @throws IOException if the process cannot be started
     */
    String judge(SubmissionSession.Request request) throws IOException {
        if (process == null) {
            start();
        }
        requests.println(request.line());
        CompletableFuture<String> line = CompletableFuture.supplyAsync(this::line);
        try {
            String answer = line.get(MINUTES, TimeUnit.MINUTES);
            if (answer == null) {
                String end = "the grading process ended with exit status " + process.waitFor();
                close();
                return end;
            }
            return answer.equals(SubmissionSession.DONE) ? "" : answer;
        } catch (TimeoutException e) {
            close();
            return "the grading process gave no answer within " + MINUTES + " min";
        } catch (ExecutionException e) {
            throw new IllegalStateException("The answer of the grading process cannot be read.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a submission was graded", e);
        }
    }

    /** Null at the end. */
    private String line() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private void start() throws IOException {
        JavaProcess java = SubmissionSession.process(home.allure(), shell)
                .withVariable("OMP_NUM_THREADS", "1")
                .withVariable("MALLOC_MMAP_MAX_", "0")
                .withVariable("MALLOC_TRIM_THRESHOLD_", "1073741824")
                .withVariable("TESTCONTAINERS_RYUK_DISABLED", "true")
                .withVariable("TESTCONTAINERS_HOST_OVERRIDE", "localhost")
                // Not among the options, which other processes of the machine can read.
                .withVariable(EngineSettings.SALT.variable(), options.salt())
                .withOptions(
                        "-Xmx" + options.heap(),
                        "-XX:+UseSerialGC",
                        "--add-modules=jdk.incubator.vector",
                        "-Djava.awt.headless=true",
                        "-Djunit.jupiter.extensions.autodetection.enabled=true",
                        "-D" + EngineSettings.ISOLATION.property() + "=" + options.isolation());
        for (Path folder : options.data().stream().toList()) {
            java = java.withOptions("-D" + EngineSettings.DATA.property() + "=" + folder);
        }
        for (Path folder : options.runs().stream().toList()) {
            java = java.withOptions("-D" + EngineSettings.RESULTS.property() + "=" + folder);
        }
        process = java.builder()
                .directory(home.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Ends the process and what it started. */
    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process = null;
        }
    }
}
