package org.dlcourse.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Part;
import org.dlcourse.util.HtmlText;
import org.w3c.dom.Element;

/**
 * The code of a handout's parts, as its PDF lists it: what the pages show under each answer, each file once.
 *
 * @param parts those that have code
 */
record HandoutCode(List<PartSources> parts) {
    /**
     * What a part lists.
     *
     * @param title of the part
     * @param sources that no earlier part lists
     * @param elsewhere paths of its other sources, which an earlier part lists
     */
    record PartSources(String title, List<Source> sources, List<String> elsewhere) {
        PartSources {
            sources = List.copyOf(sources);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * A source file.
     *
     * @param path within the course's folder
     * @param lines of the file
     */
    record Source(String path, List<String> lines) {
        Source {
            lines = List.copyOf(lines);
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private static final String ID = "code";

    /** What fits on a line of a sheet, behind the line's number. */
    private static final int LONGEST_LINE = 120;

    private static final String EXPLANATION =
            "For each part: its tests, and the solutions and experiments that they ran. The engine is not listed.";

    private static final String MISSING =
            "No page of this run shows source code. Pages of submissions have none, nor have those of"
                    + " classes whose files are not in src/main/java or src/test/java.";

    HandoutCode {
        parts = List.copyOf(parts);
    }

    /**
     * The code that the pages of a handout show.
     *
     * @param handout of the catalogue
     * @param pages by their requirements; they lose their sources
     */
    static HandoutCode takenFrom(Handout handout, Map<String, Element> pages) {
        Set<Source> listed = new LinkedHashSet<>();
        List<PartSources> parts = new ArrayList<>();
        for (Part part : handout.parts()) {
            Set<Source> sources = new LinkedHashSet<>();
            part.requirements().forEach(entry -> {
                if (pages.containsKey(entry.id())) {
                    sources.addAll(PrintedFolds.takeSources(pages.get(entry.id())));
                }
            });
            List<Source> own =
                    sources.stream().filter(source -> !listed.contains(source)).toList();
            List<String> elsewhere =
                    sources.stream().filter(listed::contains).map(Source::name).toList();
            if (!sources.isEmpty()) {
                parts.add(new PartSources(part.title(), own, elsewhere));
            }
            listed.addAll(own);
        }
        return new HandoutCode(parts);
    }

    /** Its lines of the table of contents. */
    String contents() {
        return HandoutPdf.line("part", ID, "Code")
                + parts.stream()
                        .map(part -> HandoutPdf.line("requirement", id(part), part.title()))
                        .collect(Collectors.joining());
    }

    /** Its bookmarks: the parts, and below them the files. */
    String bookmarks() {
        return parts.stream()
                .map(part -> part.sources().stream()
                        .map(source -> HandoutPdf.bookmark(id(part, source), source.name(), ""))
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(), files -> HandoutPdf.bookmark(id(part), part.title(), files))))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), all -> HandoutPdf.bookmark(ID, "Code", all)));
    }

    /** The listings. */
    String html() {
        return "<h2 id=\"" + ID + "\">Code</h2><p>" + text(parts.isEmpty() ? MISSING : EXPLANATION) + "</p>"
                + parts.stream().map(this::html).collect(Collectors.joining());
    }

    private String html(PartSources part) {
        String others = part.elsewhere().isEmpty()
                ? ""
                : "<p class=\"note\">Listed with an earlier part: " + text(String.join(", ", part.elsewhere()))
                        + "</p>";
        return "<h3 id=\"" + id(part) + "\">" + text(part.title()) + "</h3>" + others
                + part.sources().stream()
                        .map(source -> "<h4 class=\"file\" id=\"" + id(part, source) + "\">" + text(source.path())
                                + "</h4><pre class=\"code\">" + text(numbered(source.lines())) + "</pre>")
                        .collect(Collectors.joining());
    }

    /** The lines with their numbers; one that is too long goes on in the next, which has none. */
    private static String numbered(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> numbered(1 + index, lines.get(index).replace("\t", "    ")))
                .collect(Collectors.joining("\n"));
    }

    private static String numbered(int number, String line) {
        StringBuilder pieces = new StringBuilder(String.format(Locale.ROOT, "%4d  ", number));
        String rest = line;
        while (rest.length() > LONGEST_LINE) {
            int blank = rest.lastIndexOf(' ', LONGEST_LINE);
            int end = blank > LONGEST_LINE / 2 ? blank : LONGEST_LINE;
            pieces.append(rest, 0, end).append("\n          ");
            rest = rest.substring(end).stripLeading();
        }
        return pieces.append(rest).toString();
    }

    private String id(PartSources part) {
        return ID + "-" + (1 + parts.indexOf(part));
    }

    private String id(PartSources part, Source source) {
        return id(part) + "-" + (1 + part.sources().indexOf(source));
    }

    private static String text(String text) {
        return HtmlText.escape(text);
    }
}
