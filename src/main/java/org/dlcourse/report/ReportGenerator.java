package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Makes the HTML report of raw results with Allure's own generator.
 *
 * @param allure Allure's command line
 * @param report folder of the report: {@code index.html}, which opens from disk, alone unless it would be too large
 * @param limit the size up to which there is one file, in bytes
 */
record ReportGenerator(AllureCommand allure, Path report, long limit) {
    /** The property that names Allure's command line. */
    static final String HOME = "report.generator";
    /** The property that names the report's folder; without it there is no report. */
    static final String OUTPUT = "report.output";

    /** Browsers open it within seconds, and it can still be sent by mail. */
    private static final long LARGEST_FILE = 45_000_000;

    static ReportGenerator ofProcess() {
        return of(new AllureProcess(Path.of(System.getProperty(HOME))), Path.of(System.getProperty(OUTPUT)));
    }

    /** The generator of a report in a folder. */
    static ReportGenerator of(AllureCommand allure, Path report) {
        return new ReportGenerator(allure, report, LARGEST_FILE);
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
        run(nothing, ReportPage.SHELL_TITLE, folder.resolve("page"), "--single-file");
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
            boolean single = new ReportPage(shell, files, title, limit).write(report);
            FileUtils.deleteDirectory(files.toFile());
            return single;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + report + ".", e);
        }
    }

    private void run(Path results, String title, Path output, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("generate", "--clean", "--name", title, "-o", output.toString()));
        arguments.addAll(List.of(options));
        arguments.add(results.toString());
        allure.run(arguments);
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
