package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dlcourse.figure.Figure;
import org.dlcourse.report.HandoutCode.PartSources;
import org.dlcourse.report.HandoutCode.Source;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Part;
import org.dlcourse.util.AtomicFile;

/**
 * A PDF a handout of which a requirement ran.
 *
 * @param summary of the run
 * @param results of the run
 * @param sources of the course
 */
record HandoutPdfs(Summary summary, AllureResults results, CourseSources sources) {
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
        PartCode code = new PartCode(HandoutPdfs.class.getClassLoader(), sources);
        List<Path> files = new ArrayList<>();
        for (Handout handout : summary.handouts()) {
            if (summary.of(handout).stream().anyMatch(row -> row.outcome().isOfThisRun())) {
                Path file = folder.toAbsolutePath().resolve(handout.id() + TYPE);
                byte[] content;
                try {
                    content = new HandoutPdf(handout, summary, byId, results, environment, codeOf(handout, code, byId))
                            .bytes();
                } catch (IOException | RuntimeException e) {
                    throw new IOException(
                            file + " cannot be made: " + e.getMessage() + " The report without its PDFs: -D" + WANTED
                                    + "=false",
                            e);
                }
                AtomicFile.write(file, content);
                files.add(file);
            }
        }
        return files;
    }

    private HandoutCode codeOf(Handout handout, PartCode code, Map<String, JsonNode> byId) throws IOException {
        if (!sources.missing().isEmpty()) {
            return HandoutCode.none(sources.missing());
        }
        Map<String, Source> listed = new LinkedHashMap<>();
        List<PartSources> parts = new ArrayList<>();
        for (Part part : handout.parts()) {
            List<Source> own = new ArrayList<>();
            List<String> elsewhere = new ArrayList<>();
            for (String name : code.of(tests(part, byId))) {
                Source source = source(name);
                if (listed.putIfAbsent(name, source) == null) {
                    own.add(source);
                } else {
                    elsewhere.add(source.name());
                }
            }
            if (!own.isEmpty() || !elsewhere.isEmpty()) {
                parts.add(new PartSources(part.title(), own, elsewhere));
            }
        }
        return parts.isEmpty()
                ? HandoutCode.none("The source code of its tests is not in " + sources.folders() + ".")
                : new HandoutCode(parts, "");
    }

    private Source source(String name) throws IOException {
        Path file = sources.file(name).orElseThrow();
        Path here = Path.of("").toAbsolutePath();
        Path path = file.toAbsolutePath();
        return new Source(
                (path.startsWith(here) ? here.relativize(path) : Path.of(name + ".java"))
                        .toString()
                        .replace('\\', '/'),
                Files.readString(file).lines().toList());
    }

    /** The classes of the tests of a part that ran. */
    private Set<String> tests(Part part, Map<String, JsonNode> byId) {
        Set<String> tests = new LinkedHashSet<>();
        summary.rows().stream()
                .filter(row -> row.place().part().equals(part) && row.outcome().isOfThisRun())
                .map(row -> byId.get(row.id()).path("fullName").asText())
                .filter(method -> method.contains("."))
                .map(method -> PartCode.topLevel(
                        method.substring(0, method.lastIndexOf('.')).replace('.', '/')))
                .filter(name -> sources.file(name).isPresent())
                .forEach(tests::add);
        return tests;
    }
}
