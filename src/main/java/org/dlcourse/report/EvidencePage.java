package org.dlcourse.report;

import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Formula;

/** The sections of a requirement's page in the order in which they are given; what they show is attached to the test that is running. */
final class EvidencePage {
    /**
     * A section.
     *
     * @param isAnswer to the handout's question, whose number then stands before the heading
     */
    private record Section(boolean isAnswer, String heading, String body) {
        String html(String question) {
            return Html.heading((isAnswer && !question.isEmpty() ? question + " · " : "") + heading) + body;
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<DataTable> tables = new ArrayList<>();
    private final List<Erratum> errata = new ArrayList<>();
    /** Names of the attachments that the page shows. */
    private final Set<String> pictures = new HashSet<>();

    /** Sections up to the first figure; 0 before there is one. */
    private int endOfMain;

    void answer(String question, String answer) {
        sections.add(new Section(true, question, Html.paragraph(answer)));
    }

    void answer(String question, Formula formula, String answer) {
        byte[] png = formula.png();
        String picture = unused("Formula (PNG)");
        sections.add(new Section(true, question, Html.formula(formula, picture) + Html.paragraph(answer)));
        Allure.step("Formula", () -> attach(picture, "image/png", "png", png));
    }

    void erratum(Erratum erratum) {
        errata.add(erratum);
        sections.add(new Section(
                false, Erratum.HEADING, Html.paragraph(erratum.says()) + Html.paragraph("Proof: " + erratum.proof())));
    }

    void figure(Figure figure) {
        figures.add(figure);
        byte[] png = figure.png();
        String picture = unused(figure.title() + " (PNG)");
        sections.add(new Section(false, figure.title(), Html.figure(figure, picture)));
        if (endOfMain == 0) {
            endOfMain = sections.size();
        }
        Allure.step("Figure: " + figure.title(), () -> {
            attach(picture, "image/png", "png", png);
            figure.svg()
                    .ifPresent(svg -> attach(
                            figure.title() + " (SVG)", "image/svg+xml", "svg", svg.getBytes(StandardCharsets.UTF_8)));
            figure.data().forEach(EvidencePage::attach);
        });
    }

    void table(DataTable table) {
        tables.add(table);
        sections.add(new Section(false, table.title(), Html.table(table)));
        Allure.step("Table: " + table.title(), () -> attach(table));
    }

    List<Figure> figures() {
        return figures;
    }

    List<DataTable> tables() {
        return tables;
    }

    List<Erratum> errata() {
        return errata;
    }

    /**
     * All sections.
     *
     * @param question number of the handout's question; empty if it has none
     * @param checks that stand behind the first figure, if there are some
     */
    String html(String question, Optional<String> checks) {
        List<String> html = new ArrayList<>(
                sections.stream().map(section -> section.html(question)).toList());
        checks.ifPresent(table -> html.add(endOfMain == 0 ? html.size() : endOfMain, table));
        return String.join("", html);
    }

    /** The name, or the name with a number if another picture has it: the page refers to pictures by their names. */
    private String unused(String name) {
        String candidate = name;
        for (int number = 2; !pictures.add(candidate); number++) {
            candidate = name + " " + number;
        }
        return candidate;
    }

    /** Attaches a table to the test that is running. */
    static void attach(DataTable table) {
        attach(table.title() + " (CSV)", "text/csv", "csv", table.csv().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Attaches a file in JSON to the test that is running.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static void attach(Path file) {
        try {
            attach(file.getFileName().toString(), "application/json", "json", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The result file " + file + " cannot be attached.", e);
        }
    }

    /** Attaches a file to the test that is running. */
    static void attach(String name, String type, String extension, byte[] content) {
        Allure.getLifecycle().addAttachment(name, type, extension, new ByteArrayInputStream(content));
    }
}
