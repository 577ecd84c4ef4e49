package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dlcourse.figure.Figure;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.util.AtomicFile;
import org.w3c.dom.Element;

/**
 * A PDF a handout of which a requirement ran.
 *
 * @param summary of the run
 * @param results of the run
 */
record HandoutPdfs(Summary summary, AllureResults results) {
    /** The property that asks for them. */
    static final String WANTED = "report.pdf";

    private static final String TYPE = ".pdf";

    /**
     * Whether the build asks for them.
     *
     * @throws IllegalStateException if it does not say so in words that are known
     */
    static boolean areWanted() {
        String wanted = System.getProperty(WANTED, "false");
        return switch (wanted) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalStateException("The property " + WANTED + " is \"" + wanted
                        + "\". Expected true or false: whether the report has a PDF a handout.");
        };
    }

    /** Removes those of an earlier run. */
    static void clean(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + TYPE)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Writes them, each named by its handout's id.
     *
     * @return the files
     * @throws IOException if one cannot be made, with the reason
     */
    List<Path> write(Path folder) throws IOException {
        // What draws the figures asks Java for fonts, though their letters are shapes.
        Figure.requireFonts();
        Map<String, JsonNode> byId = results.ofRequirements();
        Map<String, String> environment = results.environment();
        List<Callable<Path>> files = summary.handouts().stream()
                .filter(handout -> summary.of(handout).stream()
                        .anyMatch(row -> row.outcome().isOfThisRun()))
                .<Callable<Path>>map(handout -> () -> write(handout, folder.toAbsolutePath(), byId, environment))
                .toList();
        return Parallel.results(files);
    }

    private Path write(Handout handout, Path folder, Map<String, JsonNode> byId, Map<String, String> environment)
            throws IOException {
        Path file = folder.resolve(handout.id() + TYPE);
        byte[] content;
        try {
            content = pdf(handout, byId, environment).bytes();
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    file + " cannot be made: " + e.getMessage() + " The report without its PDFs: -D" + WANTED
                            + "=false",
                    e);
        }
        AtomicFile.write(file, content);
        return file;
    }

    private HandoutPdf pdf(Handout handout, Map<String, JsonNode> byId, Map<String, String> environment)
            throws IOException {
        Map<String, Element> pages = new LinkedHashMap<>();
        for (SummaryRow row : summary.of(handout)) {
            pages.put(row.id(), new PrintedPage(row.id(), byId.get(row.id()), results).body());
        }
        HandoutCode code = HandoutCode.takenFrom(handout, pages);
        return new HandoutPdf(handout, summary, byId, pages, environment, code);
    }
}
