package org.dlcourse.report;

import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Formula;

/**
 * What proves that a requirement is met, put on its page of the report in the order in which it is given.
 *
 * <p>Give it before asserting, so that a failing test shows it. Figures and tables can be read on the page; each is also
 * attached as files (PNG and SVG, CSV).
 */
public final class Evidence {
    private final List<String> page = new ArrayList<>();
    private final Set<String> data = new LinkedHashSet<>();
    private final List<List<Object>> checks = new ArrayList<>();
    /** Sections up to the first figure; 0 before there is one. */
    private int endOfMain;

    Evidence() {}

    /** Says which data the requirement saw: name, origin, sizes and digest. */
    public void data(String description) {
        data.add(description);
    }

    /** An answer to one of the handout's questions. */
    public void answer(String question, String answer) {
        page.add(Html.heading(question) + Html.paragraph(answer));
    }

    /** An answer whose core is a formula, followed by what it says in words. */
    public void answer(String question, Formula formula, String answer) {
        page.add(Html.heading(question) + Html.formula(formula) + Html.paragraph(answer));
    }

    /** A figure with its caption; the data that it was drawn from are attached beside it. */
    public void figure(Figure figure) {
        page.add(Html.heading(figure.title()) + Html.figure(figure));
        if (endOfMain == 0) {
            endOfMain = page.size();
        }
        Allure.step("Figure: " + figure.title(), () -> {
            attach(figure.title() + " (PNG)", "image/png", "png", figure.png());
            attach(figure.title() + " (SVG)", "image/svg+xml", "svg", bytes(figure.svg()));
            figure.data().forEach(Evidence::attach);
        });
    }

    /** A table to be read on the page. */
    public void table(DataTable table) {
        page.add(Html.heading(table.title()) + Html.table(table));
        Allure.step("Table: " + table.title(), () -> attach(table));
    }

    /**
     * A measured number beside the bound that the test asserts.
     *
     * @param what was measured
     * @param measured the number
     * @param bound the test's bound, as in {@code ≤ 1e-12} or {@code .385 – .425}
     * @param exactness what kind of bound it is
     * @param reason where the bound comes from
     */
    public void check(String what, double measured, String bound, Exactness exactness, String reason) {
        checks.add(List.of(what, String.format(Locale.ROOT, "%.3g", measured), bound, exactness, reason));
    }

    /** A result file, attached as it is. */
    public void file(Path file) {
        try {
            attach(file.getFileName().toString(), "application/json", "json", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The result file " + file + " cannot be attached.", e);
        }
    }

    Set<String> data() {
        return data;
    }

    /** Everything given so far, as the body of the requirement's page; what was checked follows the first figure. */
    String html() {
        List<String> sections = new ArrayList<>(page);
        if (!checks.isEmpty()) {
            DataTable table = new DataTable(
                    "Measured beside the bound",
                    List.of("What", "Measured", "Bound", "Rung", "Where the bound comes from"),
                    checks);
            sections.add(endOfMain == 0 ? sections.size() : endOfMain, Html.heading(table.title()) + Html.table(table));
        }
        return String.join("", sections);
    }

    private static void attach(DataTable table) {
        attach(table.title() + " (CSV)", "text/csv", "csv", bytes(table.csv()));
    }

    private static void attach(String name, String type, String extension, byte[] content) {
        Allure.getLifecycle().addAttachment(name, type, extension, new ByteArrayInputStream(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
