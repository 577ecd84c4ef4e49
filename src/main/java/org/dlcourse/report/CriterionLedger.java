package org.dlcourse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.report.RequirementCatalogue.Criterion;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;

/** What a test found about each criterion of a requirement. */
final class CriterionLedger {
    /** The name of what belongs to no criterion. */
    static final String NONE = "";

    private static final class Account {
        private final List<String> broken = new ArrayList<>();
        private final Set<String> causes = new LinkedHashSet<>();
        /** Null unless the submission, its sandbox or what judges it failed. */
        private RuntimeException failure;
    }

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private String current = NONE;

    /** Runs the checks of a criterion; a solution that gives no result fails it and no other. */
    void run(String criterion, Runnable checks) {
        if (!current.equals(NONE) || accounts.containsKey(criterion)) {
            throw new IllegalStateException("The criterion \"" + criterion + "\" is "
                    + (current.equals(NONE) ? "judged twice." : "judged within \"" + current + "\"."));
        }
        current = criterion;
        Account account = account(criterion);
        try {
            checks.run();
        } catch (SubmissionException | SandboxException e) {
            account.failure = e;
        } catch (RuntimeException e) {
            // What is unknown ends the test, and must not count as right for want of a broken check.
            account.failure = e;
            throw e;
        } finally {
            current = NONE;
        }
    }

    private Account account(String criterion) {
        return accounts.computeIfAbsent(criterion, name -> new Account());
    }

    String current() {
        return current;
    }

    /** Records that a check of the current criterion does not hold. */
    void broken(String check) {
        account(current).broken.add(check);
    }

    /** Records a known mistake whose numbers the solution's are. */
    void cause(String mistake) {
        account(current).causes.add(mistake);
    }

    /** Why criteria got no result to be checked, and the known mistakes whose numbers the solution's are, a sentence each. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        accounts.forEach((name, account) -> {
            if (account.failure instanceof SubmissionException) {
                failures.add(name + ": " + account.failure.getMessage());
            }
            account.causes.forEach(
                    cause -> failures.add((name.equals(NONE) ? "" : name + ": ") + "Likely cause: " + cause + "."));
        });
        return failures;
    }

    /** The first fault of what runs the solution. */
    Optional<SandboxException> sandboxFailure() {
        return accounts.values().stream()
                .map(account -> account.failure)
                .filter(SandboxException.class::isInstance)
                .map(SandboxException.class::cast)
                .findFirst();
    }

    /** The criteria that were judged. */
    Set<String> judged() {
        Set<String> judged = new LinkedHashSet<>(accounts.keySet());
        judged.remove(NONE);
        return judged;
    }

    /**
     * The judgement of the submission.
     *
     * @param entry of the requirement
     * @param failure why the test did not pass, if it did not
     * @param remarks on the code
     * @param isolation how the code was run
     */
    Judgement judgement(Entry entry, Optional<Throwable> failure, List<String> remarks, List<String> isolation) {
        List<Criterion> criteria = entry.criteria().isEmpty() ? List.of(new Criterion(NONE, 1)) : entry.criteria();
        Map<String, Judgement.Mark> marks = new LinkedHashMap<>();
        for (Criterion one : criteria) {
            marks.put(one.name(), withNeeds(mark(one, entry, failure), one.needs(), marks));
        }
        return Judgement.of(entry, List.copyOf(marks.values()), remarks, isolation);
    }

    /** The mark, unless a criterion that it needs is not right. */
    private static Judgement.Mark withNeeds(
            Judgement.Mark mark, List<String> needs, Map<String, Judgement.Mark> before) {
        List<Judgement.Mark> lacking = needs.stream()
                .map(before::get)
                .filter(need -> need.verdict() != Verdict.RIGHT)
                .toList();
        if (lacking.isEmpty()) {
            return mark;
        }
        List<String> reasons = new ArrayList<>(mark.reasons());
        lacking.forEach(need -> reasons.add(
                "It earns points only where \"" + need.name() + "\" is right, which is: " + need.verdict() + "."));
        Verdict verdict = lacking.stream().anyMatch(need -> need.verdict() == Verdict.NOT_GRADED)
                ? Verdict.NOT_GRADED
                : Verdict.WRONG;
        return new Judgement.Mark(
                mark.name(),
                0,
                mark.maximum(),
                mark.verdict() == Verdict.RIGHT ? verdict : mark.verdict(),
                reasons,
                mark.causes());
    }

    private Judgement.Mark mark(Criterion criterion, Entry entry, Optional<Throwable> failure) {
        Account account = accounts.getOrDefault(criterion.name(), new Account());
        boolean reached =
                accounts.containsKey(criterion.name()) && !criterion.name().equals(NONE);
        Optional<Throwable> cause = Optional.<Throwable>ofNullable(account.failure)
                .or(() -> reached ? Optional.empty() : failure.map(CriterionLedger::root));
        Verdict verdict =
                cause.map(CriterionLedger::verdict).orElse(account.broken.isEmpty() ? Verdict.RIGHT : Verdict.WRONG);
        List<String> reasons = new ArrayList<>(account.broken);
        cause.filter(one -> account.broken.isEmpty()).map(Throwable::getMessage).ifPresent(reasons::add);
        double maximum = entry.points() * criterion.share();
        return new Judgement.Mark(
                criterion.name(),
                verdict == Verdict.RIGHT ? maximum : 0,
                maximum,
                verdict,
                reasons,
                List.copyOf(account.causes));
    }

    /** What a submission or its sandbox says, where an assertion or an abortion only passes it on. */
    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof SubmissionException || cause instanceof SandboxException ? cause : failure;
    }

    private static Verdict verdict(Throwable failure) {
        if (failure instanceof SubmissionException submission) {
            return submission.verdict();
        }
        // An error of the test itself says nothing about the submission.
        return failure instanceof AssertionError ? Verdict.WRONG : Verdict.NOT_GRADED;
    }
}
