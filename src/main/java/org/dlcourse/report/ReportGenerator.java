package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the HTML report of raw results with Allure's own generator, in a process of its own.
 *
 * @param home Allure's command line, unpacked
 * @param report folder of the report: one file, {@code index.html}, that opens from disk
 */
record ReportGenerator(Path home, Path report) {
    /** The property that names Allure's command line. */
    static final String HOME = "report.generator";
    /** The property that names the report's folder; without it there is no report. */
    static final String OUTPUT = "report.output";

    static ReportGenerator ofProcess() {
        return new ReportGenerator(Path.of(System.getProperty(HOME)), Path.of(System.getProperty(OUTPUT)));
    }

    /** The report itself. */
    Path page() {
        return report.resolve("index.html");
    }

    /** Removes an earlier report. */
    void clean() {
        try {
            Files.deleteIfExists(page());
        } catch (IOException e) {
            throw new UncheckedIOException("The earlier report " + page() + " cannot be removed.", e);
        }
    }

    /** Makes the report, and keeps its history for the next one. */
    void generate(AllureResults results, String title) {
        Path files = report.resolveSibling(report.getFileName() + "-files");
        run(results, title, files, List.of());
        copyHistory(files.resolve("history"), results.history());
        run(results, title, report, List.of("--single-file"));
    }

    private void run(AllureResults results, String title, Path output, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                home.resolve("lib") + "/*" + System.getProperty("path.separator") + home.resolve("lib/config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--clean",
                "--name",
                title,
                "-o",
                output.toString()));
        command.addAll(options);
        command.add(results.folder().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("APP_HOME", home.toString());
        // Without this very word the report calls an analytics service when it is opened.
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Allure could not make the report in " + output + " of the results in "
                        + results.folder() + ". It said:\n" + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Allure in " + home + " cannot be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the report was made", e);
        }
    }

    private static void copyHistory(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report's history cannot be kept in " + to + ".", e);
        }
    }
}
