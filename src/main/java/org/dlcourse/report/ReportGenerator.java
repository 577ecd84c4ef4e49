package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.dlcourse.util.AtomicFile;

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

    /** The summary for programs, and for whoever reads a job's page. */
    static final String TABLE = "summary.csv";

    private static final String MARKDOWN = "summary.md";

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
        return report.resolve(PackedFiles.PAGE);
    }

    /** Removes an earlier report. */
    void clean() {
        try {
            Files.deleteIfExists(page());
            Files.deleteIfExists(report.resolve(TABLE));
            Files.deleteIfExists(report.resolve(MARKDOWN));
            HandoutPdfs.clean(report);
            FileUtils.deleteDirectory(report.resolve(ReportPage.BESIDE).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The earlier report " + page() + " cannot be removed.", e);
        }
    }

    /**
     * Makes the report, and keeps its history for the next one if a requirement ran.
     *
     * @param summary that it opens with, if there is one
     * @return whether it is one file, with nothing beside it but the summary
     */
    boolean generate(AllureResults results, String title, Optional<SummaryPage> summary) {
        Path shell = report.resolveSibling(report.getFileName() + "-shell");
        try {
            List<Path> made = Parallel.results(List.of(() -> shell(shell), () -> files(results, title)));
            boolean single = write(results, title, made.get(0), made.get(1), summary);
            FileUtils.deleteDirectory(shell.toFile());
            return single;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + report + ".", e);
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
     * Makes the report with a page that {@link #shell} made, and keeps its history for the next one if a requirement ran.
     *
     * @param summary that it opens with, if there is one
     * @return whether it is one file, with nothing beside it but the summary
     */
    boolean generate(AllureResults results, String title, Path shell, Optional<SummaryPage> summary) {
        try {
            return write(results, title, shell, files(results, title), summary);
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + report + ".", e);
        }
    }

    /** Allure's report of the results, as many files. */
    private Path files(AllureResults results, String title) {
        Path files = report.resolveSibling(report.getFileName() + "-files");
        run(results.folder(), title, files);
        return files;
    }

    private boolean write(AllureResults results, String title, Path shell, Path files, Optional<SummaryPage> summary)
            throws IOException {
        if (summary.map(SummaryPage::isOfARequirement).orElse(true)) {
            copyHistory(files.resolve("history"), results.history());
        }
        boolean single = new ReportPage(shell, files, title, limit, summary).write(report);
        if (summary.isPresent()) {
            write(TABLE, summary.get().summary().table().csv());
            write(MARKDOWN, summary.get().markdown());
        }
        FileUtils.deleteDirectory(files.toFile());
        return single;
    }

    private void write(String name, String text) throws IOException {
        AtomicFile.write(report.toAbsolutePath().resolve(name), text.getBytes(StandardCharsets.UTF_8));
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
