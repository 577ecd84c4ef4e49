package org.dlcourse.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Formula;

/**
 * What proves that a requirement is met, put on its page of the report in the order in which it is given.
 *
 * <p>Give it before asserting, so that a failing test shows it. Figures and tables can be read on the page; each is also
 * attached as files (PNG, SVG where it is made of lines, CSV).
 *
 * <pre>{@code
 * @Requirement("ROOTS-1")
 * void rootsHaveTheNumbersAsSquares(Evidence evidence) {
 *     double[] numbers = {1, 4, 9};
 *     double[] roots = Arrays.stream(numbers).map(Math::sqrt).toArray();
 *     Series curve = new Series("root", numbers, roots, Palette.BLUE, Series.Style.SOLID);
 *     DataTable table = DataTable.ofColumns("Roots", List.of("x", "root"), List.of(numbers, roots));
 *     Chart chart = new Chart("", "x", "root", List.of(curve));
 *
 *     evidence.conclusion("The root of 9 is 3.");
 *     evidence.answer("What is a root?", new Formula("\\sqrt{x}"), "The number whose square is x.");
 *     evidence.figure(new Figure("Square roots", "Of three numbers.", 400, 250, chart, List.of(table)));
 *     evidence.table(table);
 *     evidence.check("root of 9", roots[2], Bound.exactly(3), EvidenceKind.EXACT, "3 times 3 is 9");
 *     evidence.assertChecks();
 * }
 * }</pre>
 */
public final class Evidence {
    private final EvidencePage page = new EvidencePage();
    private final Set<String> data = new LinkedHashSet<>();
    private final Set<Class<?>> solutions = new LinkedHashSet<>();
    private final List<Check> checks = new ArrayList<>();
    private final CriterionLedger criteria = new CriterionLedger();

    private boolean asserted = true;
    /** Null until given. */
    private String conclusion;

    /** Null until given. */
    private Check key;

    Evidence() {}

    /**
     * The data that the requirement's numbers come from, shown below its page and in the report's environment.
     *
     * @param description name, origin, sizes and digest
     */
    public void data(String description) {
        data.add(description);
    }

    /**
     * A solution that the test made itself: its source is on the page, as those of the solutions are that {@link
     * org.dlcourse.grading.Solutions} gives.
     *
     * @param solution of an exercise
     */
    public void solution(Object solution) {
        solutions.add(solution.getClass());
    }

    /**
     * What the numbers of this run show, in one sentence with the number that counts: the first line of the page. It is given before
     * the checks are asserted and must be true however they end; the page says beside it whether the requirement is shown. A
     * requirement that passes without one ends with an error.
     *
     * @param sentence such as "With ReLU the test accuracy is .52, without it .43, over 5 seeds."
     */
    public void conclusion(String sentence) {
        conclusion = sentence;
    }

    /**
     * Ends the test of a requirement that this scale cannot show: the bounds given so far are asserted, and if they hold the requirement
     * counts as "shown at full scale only", which is no pass.
     *
     * @param reason why, for the reader of the report: what the full scale has that this one has not
     * @throws AssertionError with every value that is outside its bound
     */
    public void shownAtFullScaleOnly(String reason) {
        assertChecks();
        throw new ShownAtFullScaleOnlyException(reason);
    }

    /**
     * An answer to one of the handout's questions.
     *
     * @param question the heading
     * @param answer plain text
     */
    public void answer(String question, String answer) {
        page.answer(question, answer);
    }

    /**
     * An answer whose core is a formula.
     *
     * @param question the heading
     * @param formula shown first
     * @param answer plain text, shown below
     */
    public void answer(String question, Formula formula, String answer) {
        page.answer(question, formula, answer);
    }

    /**
     * An error in the handout or in its published solution, shown here and in the report's list of errors. Give it where this run proves it.
     *
     * @param says what the handout or the solution says, in a sentence
     * @param proof what is right and what proves it, in a sentence with its number
     */
    public void erratum(String says, String proof) {
        page.erratum(new Erratum(says, proof));
    }

    /**
     * A figure with its caption; the data that it was drawn from are attached beside it.
     *
     * @param figure attached as PNG, and as SVG where it is made of lines; the first one stands before the table of checks
     */
    public void figure(Figure figure) {
        page.figure(figure);
    }

    /**
     * A table to be read on the page.
     *
     * @param table attached as CSV as well
     */
    public void table(DataTable table) {
        page.table(table);
    }

    /**
     * A measured value with its bound, which is shown and, by {@link #assertChecks()}, asserted.
     *
     * @param what was measured
     * @param measured the value
     * @param bound that it must be within
     * @param kind what kind of evidence it is
     * @param reason where the bound comes from
     */
    public void check(String what, double measured, Bound bound, EvidenceKind kind, String reason) {
        Check check = new Check(criteria.current(), what, measured, bound, kind, reason);
        checks.add(check);
        if (!check.holds()) {
            criteria.broken(check.inWords());
        }
        asserted = false;
    }

    /**
     * The same for the number that the requirement is about, which the summary shows beside its bound. Of several the first counts.
     *
     * @param what was measured
     * @param measured the value
     * @param bound that it must be within
     * @param kind what kind of evidence it is
     * @param reason where the bound comes from
     */
    public void keyCheck(String what, double measured, Bound bound, EvidenceKind kind, String reason) {
        check(what, measured, bound, kind, reason);
        if (key == null) {
            key = checks.get(checks.size() - 1);
        }
    }

    /**
     * Judges a part of the requirement that earns points of its own: the checks given meanwhile belong to it. A submission that gives no
     * result here fails it, and {@link #assertChecks()} says so; what follows is judged all the same.
     *
     * <pre>{@code
     * evidence.criterion(
     *         "positive numbers",
     *         () -> evidence.check("root of 9", root.applyAsDouble(9), Bound.exactly(3), EvidenceKind.EXACT, "3 times 3 is 9"));
     * }</pre>
     *
     * @param name as in the catalogue
     * @param judge gives the checks
     */
    public void criterion(String name, Runnable judge) {
        criteria.run(name, judge);
        asserted = false;
    }

    /**
     * Names a known mistake whose numbers the solution's are, as the likely cause for whoever wrote it.
     *
     * @param mistake such as "the kernel is flipped"
     */
    public void likelyCause(String mistake) {
        criteria.cause(mistake);
    }

    /**
     * A number by which submissions are ranked on a leaderboard, the largest first.
     *
     * @param name of the number
     * @param value finite
     */
    public void score(String name, double value) {
        EvidencePage.attach(Score.ATTACHMENT, "application/json", "json", new Score(name, value).json());
    }

    /**
     * Asserts all bounds given so far; a test that gives checks must call it after the last, so that
     * none is shown without being asserted.
     *
     * @throws AssertionError with every value that is outside its bound, and every criterion without a result
     * @throws org.dlcourse.sandbox.SandboxException if what runs a submission failed
     */
    public void assertChecks() {
        asserted = true;
        criteria.sandboxFailure().ifPresent(failure -> {
            throw failure;
        });
        List<String> broken = Stream.concat(
                        criteria.failures().stream(),
                        checks.stream().filter(check -> !check.holds()).map(Check::toString))
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken));
        }
    }

    boolean allAsserted() {
        return asserted;
    }

    /**
     * A result file, attached as it is.
     *
     * @param file in JSON
     * @throws UncheckedIOException if it cannot be read
     */
    public void file(Path file) {
        EvidencePage.attach(file);
    }

    Set<String> data() {
        return data;
    }

    Set<Class<?>> solutions() {
        return solutions;
    }

    List<Check> checks() {
        return checks;
    }

    /**
     * The check that the summary shows: the first that does not hold, else the one that was given as key, else the first that is no
     * control.
     */
    Optional<Check> key() {
        return checks.stream()
                .filter(check -> !check.holds())
                .findFirst()
                .or(() -> Optional.ofNullable(key))
                .or(() -> checks.stream().filter(check -> !check.isControl()).findFirst());
    }

    CriterionLedger criteria() {
        return criteria;
    }

    /** What the numbers show, if the test said so. */
    Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    /** The sections given so far, without the checks. */
    EvidencePage page() {
        return page;
    }

    /**
     * Everything given so far, as the body of the requirement's page; what was checked follows the first figure.
     *
     * @param question number of the handout's question, which stands before each answer; empty if it has none
     */
    String html(String question) {
        boolean ofCriteria = !criteria.judged().isEmpty();
        return page.html(question, checks.isEmpty() ? Optional.empty() : Optional.of(Html.checks(checks, ofCriteria)));
    }
}
