package org.dlcourse.report;

import io.qameta.allure.Allure;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.grading.NothingHandedInException;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Gives a requirement's test what it works with, and its result the requirement's place and page in the report. */
final class RequirementExtension
        implements ParameterResolver,
                BeforeTestExecutionCallback,
                TestExecutionExceptionHandler,
                AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(RequirementExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Evidence.class
                || type == Experiments.class
                || type == CourseSettings.class
                || type == Solutions.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Evidence.class) {
            return evidence(context);
        }
        if (type == Solutions.class) {
            return solutions(context);
        }
        return type == Experiments.class
                ? session(context).experiments().observedBy(used(context))
                : session(context).settings();
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        // A test that names no requirement ends here and not after it was run.
        RequirementCatalogue.Entry entry = place(context).entry();
        CourseSession session = session(context);
        if (session.settings().submission().isEmpty()) {
            return;
        }
        AnswerSheet answers = session.answers();
        if (judgesSolutions(context)) {
            if (answers.marks().of(entry.id()).isPresent()) {
                throw new ExtensionConfigurationException(
                        "The table of marks gives points for " + entry.id()
                                + ", which its test judges. Expected marks only for answers that a person judges; remove that row.");
            }
            return;
        }
        answers.failure().ifPresent(reason -> {
            throw new TestAbortedException("Not graded: the answers cannot be read: " + reason);
        });
        throw answers.page(entry)
                .map(AnswerPage::instead)
                .orElseGet(() -> new TestAbortedException(
                        "Not judged: this requirement is not about code that students hand in."));
    }

    private static boolean judgesSolutions(ExtensionContext context) {
        return judgesSolutions(context.getRequiredTestMethod());
    }

    /** Whether a test asks for the solutions that it judges, which may be a student's. */
    static boolean judgesSolutions(Method test) {
        return List.of(test.getParameterTypes()).contains(Solutions.class);
    }

    /** A fault of what isolates a student's code says nothing about the code, and what was not handed in is not judged. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof SandboxException) {
            throw new TestAbortedException("Not graded: " + failure.getMessage(), failure);
        }
        if (failure instanceof NothingHandedInException) {
            throw new TestAbortedException("Not judged: " + failure.getMessage(), failure);
        }
        if (failure instanceof SubmissionException) {
            throw new AssertionError(failure.getMessage(), failure);
        }
        throw failure;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Place place = place(context);
        CourseSession session = session(context);
        Evidence evidence = evidence(context);
        session.sawData(evidence.data());
        Optional<AnswerPage> answer =
                session.settings().submission().isPresent() ? session.answers().page(place.entry()) : Optional.empty();
        boolean byPerson = answer.isPresent() && !judgesSolutions(context);
        if (byPerson) {
            session.toBeMarked(place.entry().id());
        }
        Optional<JudgementPage> judgement = byPerson
                ? answer.flatMap(one ->
                                one.judgement(session.submission().orElseThrow().isolation()))
                        .map(JudgementPage::new)
                : judgement(context, place);
        judgement.ifPresent(JudgementPage::attach);
        Optional<RecordedPage> recorded =
                session.recorded(place.entry().id(), used(context).runs());
        EvidenceFacts facts = EvidenceFacts.of(
                evidence, recorded.map(RecordedPage::comparisonInShort).orElse(""));
        facts.attach();
        String page = Html.badges(RequirementPage.badges(session.settings(), facts))
                + (byPerson
                        ? answer.orElseThrow().conclusion()
                        : RequirementPage.conclusion(
                                context.getExecutionException(),
                                session.settings().scale(),
                                evidence,
                                judgement))
                + Html.requirement(
                        place.entry(), recorded.isPresent() ? "" : place.entry().fullScale())
                + evidence.html(place.entry().question())
                + recorded.map(RecordedPage::html).orElse("")
                + answer.map(AnswerPage::html).orElse("")
                + judgement.map(JudgementPage::html).orElse("")
                + (session.settings().submission().isPresent()
                        ? ""
                        : RequirementPage.code(
                                context.getRequiredTestClass(),
                                solutions(context, evidence),
                                used(context).classes()))
                + Html.heading("Reproduce")
                + Html.command(ReproduceCommand.of(place.entry(), session.settings()))
                + Html.faintParagraph(RequirementPage.facts(session.settings(), evidence, session.cluster()));
        Allure.getLifecycle().updateTestCase(result -> {
            result.setDescriptionHtml(page);
            context.getExecutionException()
                    .flatMap(Outcome::ofAborted)
                    .ifPresent(outcome -> RequirementLabels.setOutcome(outcome, result));
        });
        if (isAborted(context)) {
            return;
        }
        if (context.getExecutionException().isEmpty() && evidence.conclusion().isEmpty()) {
            throw new ExtensionConfigurationException(context.getRequiredTestMethod()
                    + " gives no conclusion; call Evidence.conclusion with the sentence that its page begins with.");
        }
        if (context.getExecutionException().isEmpty() && !evidence.allAsserted()) {
            throw new ExtensionConfigurationException(context.getRequiredTestMethod()
                    + " shows bounds that it does not assert; call Evidence.assertChecks() after the last of them.");
        }
        if (context.getExecutionException().isEmpty()) {
            requireCriteria(place, evidence);
            session.record(place.entry(), evidence, used(context).runs());
        }
        if (context.getExecutionException().isPresent() && !isShownAtFullScaleOnly(context)) {
            System.err.println(place.entry().id() + " failed. Reproduce: "
                    + ReproduceCommand.of(place.entry(), session.settings()));
        }
    }

    /** A criterion that no test judges could not be earned. */
    private static void requireCriteria(Place place, Evidence evidence) {
        Set<String> expected = place.entry().criteria().stream()
                .map(RequirementCatalogue.Criterion::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> judged = new TreeSet<>(evidence.criteria().judged());
        if (!judged.equals(expected)) {
            throw new ExtensionConfigurationException(
                    "The test of " + place.entry().id() + " judges the criteria " + judged + "; the catalogue has "
                            + expected + ". Expected the same names in both.");
        }
    }

    /** What the submission earns, on the pages that judge one. */
    private static Optional<JudgementPage> judgement(ExtensionContext context, Place place) {
        CourseSession session = session(context);
        boolean nothing = context.getExecutionException()
                .map(Throwable::getCause)
                .filter(NothingHandedInException.class::isInstance)
                .isPresent();
        if (session.settings().submission().isEmpty() || !judgesSolutions(context) || nothing) {
            return Optional.empty();
        }
        return Optional.of(new JudgementPage(evidence(context)
                .criteria()
                .judgement(
                        place.entry(),
                        context.getExecutionException(),
                        solutions(context).remarks(),
                        solutions(context).isolation())));
    }

    private static boolean isAborted(ExtensionContext context) {
        return context.getExecutionException()
                .filter(TestAbortedException.class::isInstance)
                .isPresent();
    }

    private static boolean isShownAtFullScaleOnly(ExtensionContext context) {
        return RequirementPage.isShownAtFullScaleOnly(context.getExecutionException());
    }

    private static Place place(ExtensionContext context) {
        String id =
                context.getRequiredTestMethod().getAnnotation(Requirement.class).value();
        return session(context)
                .catalogue()
                .find(id)
                .orElseThrow(() ->
                        new ExtensionConfigurationException(context.getRequiredTestMethod() + " names the requirement "
                                + id + ", which " + session(context).catalogue().missing(id)));
    }

    /** The classes of the reference solutions: those that the test was given, and those that it made. */
    private static Set<Class<?>> solutions(ExtensionContext context, Evidence evidence) {
        Set<Class<?>> all = new LinkedHashSet<>(solutions(context).references());
        all.addAll(evidence.solutions());
        return all;
    }

    private static Solutions solutions(ExtensionContext context) {
        CourseSession session = session(context);
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Solutions.class,
                        key -> new Solutions(
                                session.submission(), session.settings().caseSalt()),
                        Solutions.class);
    }

    private static UsedExperiments used(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(UsedExperiments.class, key -> new UsedExperiments(), UsedExperiments.class);
    }

    private static Evidence evidence(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Evidence.class, key -> new Evidence(), Evidence.class);
    }

    private static CourseSession session(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(CourseSession.class, key -> new CourseSession(), CourseSession.class);
    }
}
