package org.dlcourse.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files of Allure's that {@link ReportPage} packed into a report, as {@code loader.js} reads them in a browser. */
final class PackedFiles {
    /** What the page is called. */
    static final String PAGE = "index.html";

    private static final Pattern FILE = Pattern.compile("d\\('([^']+)',(true|false)(?:,'([^']*)')?\\);");
    private static final Pattern SAME = Pattern.compile("same\\('([^']+)','([^']+)'\\);");
    private static final Pattern BESIDE = Pattern.compile("arrived\\('[^']+','([^']*)'\\);\\s*");

    private final Path folder;
    private final Map<String, Packed> files = new HashMap<>();

    /** Base64 of the content or of what gzip made of it; without it, it lies beside the page. */
    private record Packed(boolean gzip, Optional<String> base64) {}

    /**
     * Opens a report.
     *
     * @param folder with {@value #PAGE}
     * @throws IOException if the page cannot be read
     */
    PackedFiles(Path folder) throws IOException {
        this.folder = folder;
        Map<String, String> equal = new HashMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve(PAGE))) {
            lines.forEach(line -> {
                Matcher file = FILE.matcher(line);
                Matcher same = SAME.matcher(line);
                if (file.matches()) {
                    files.put(
                            file.group(1),
                            new Packed(Boolean.parseBoolean(file.group(2)), Optional.ofNullable(file.group(3))));
                } else if (same.matches()) {
                    equal.put(same.group(1), same.group(2));
                }
            });
        }
        equal.forEach((name, other) -> files.put(name, files.get(other)));
    }

    /** The names of all files in a folder of Allure's report. */
    List<String> in(String prefix) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /**
     * The content of a file.
     *
     * @throws IOException if the report does not have it
     */
    byte[] content(String name) throws IOException {
        Packed packed = files.get(name);
        if (packed == null) {
            throw new IOException("The report " + folder.resolve(PAGE).toAbsolutePath() + " has no " + name
                    + ". Expected a report as mvn test makes it, which was not changed since.");
        }
        byte[] bytes = Base64.getDecoder()
                .decode(packed.base64().isPresent() ? packed.base64().get() : beside(name));
        if (!packed.gzip()) {
            return bytes;
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }

    private String beside(String name) throws IOException {
        Path file = folder.resolve(ReportPage.BESIDE).resolve(name + ".js");
        if (Files.notExists(file)) {
            throw new IOException(file.toAbsolutePath() + " is missing. Copy the folder " + ReportPage.BESIDE
                    + " of the report along with " + PAGE + ".");
        }
        Matcher content = BESIDE.matcher(Files.readString(file));
        if (!content.matches()) {
            throw new IOException(file.toAbsolutePath() + " is not what a report left. Copy the report again.");
        }
        return content.group(1);
    }
}
