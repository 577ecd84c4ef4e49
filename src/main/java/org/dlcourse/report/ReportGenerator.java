package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.dlcourse.util.JavaProcess;

/**
 * Makes the HTML report of raw results with Allure's own generator, in a process of its own.
 *
 * @param home Allure's command line, unpacked
 * @param report folder of the report: {@code index.html}, which opens from disk, alone unless it would be too large
 * @param limit the size up to which there is one file, in bytes
 */
record ReportGenerator(Path home, Path report, long limit) {
    /** The property that names Allure's command line. */
    static final String HOME = "report.generator";
    /** The property that names the report's folder; without it there is no report. */
    static final String OUTPUT = "report.output";

    /** Browsers open it within seconds, and it can still be sent by mail. */
    private static final long LARGEST_FILE = 45_000_000;

    static ReportGenerator ofProcess() {
        return of(Path.of(System.getProperty(HOME)), Path.of(System.getProperty(OUTPUT)));
    }

    /** The generator of a report in a folder, by Allure's command line in another. */
    static ReportGenerator of(Path home, Path report) {
        return new ReportGenerator(home, report, LARGEST_FILE);
    }

    /** The report itself. */
    Path page() {
        return report.resolve("index.html");
    }

    /** Removes an earlier report. */
    void clean() {
        try {
            Files.deleteIfExists(page());
            FileUtils.deleteDirectory(report.resolve(ReportPage.BESIDE).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The earlier report " + page() + " cannot be removed.", e);
        }
    }

    /**
     * Makes the report, and keeps its history for the next one.
     *
     * @return whether it is one file, with nothing beside it
     */
    boolean generate(AllureResults results, String title) {
        Path shell = report.resolveSibling(report.getFileName() + "-shell");
        try {
            boolean single = generate(results, title, shell(shell));
            FileUtils.deleteDirectory(shell.toFile());
            return single;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + shell + " cannot be removed.", e);
        }
    }

    /**
     * Makes Allure's page without results, which serves many reports.
     *
     * @param folder that it is made in
     * @return the page
     */
    Path shell(Path folder) {
        Path nothing = folder.resolve("no-results");
        try {
            Files.createDirectories(nothing);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + nothing + " cannot be made.", e);
        }
        run(nothing, "Report", folder.resolve("page"), "--single-file");
        return folder.resolve("page/index.html");
    }

    /**
     * Makes the report with a page that {@link #shell} made.
     *
     * @return whether it is one file, with nothing beside it
     */
    boolean generate(AllureResults results, String title, Path shell) {
        Path files = report.resolveSibling(report.getFileName() + "-files");
        try {
            run(results.folder(), title, files);
            copyHistory(files.resolve("history"), results.history());
            boolean single = new ReportPage(shell, files, limit).write(report);
            FileUtils.deleteDirectory(files.toFile());
            return single;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + report + ".", e);
        }
    }

    private void run(Path results, String title, Path output, String... options) {
        ProcessBuilder builder = JavaProcess.of("io.qameta.allure.CommandLine", "generate", "--clean")
                .withClassPath(
                        home.resolve("lib") + "/*", home.resolve("lib/config").toString())
                .withVariable("APP_HOME", home.toString())
                // Without this very word the report calls an analytics service when it is opened.
                .withVariable("ALLURE_NO_ANALYTICS", "true")
                .withArguments("--name", title, "-o", output.toString())
                .withArguments(options)
                .withArguments(results.toString())
                .builder()
                .redirectErrorStream(true);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Allure could not make the report in " + output + " of the results in "
                        + results + ". It said:\n" + said);
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
