package org.dlcourse.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/** What a requirement's page says beside its evidence: its badges and its first line above, code and facts below. */
final class RequirementPage {
    private RequirementPage() {}

    /** What the numbers rest on. */
    static List<String> badges(CourseSettings settings, EvidenceFacts facts) {
        List<String> badges = new ArrayList<>(List.of(settings.scale() + " scale"));
        if (!facts.data().isEmpty()) {
            badges.add(facts.data().equals(EvidenceFacts.NO_DATA) ? facts.data() : facts.data() + " data");
        }
        return badges;
    }

    /**
     * The first line: whether the requirement is shown, at which scale, and by which number.
     *
     * @param failure that ended the test, if one did
     */
    static String conclusion(
            Optional<Throwable> failure, Scale scale, Evidence evidence, Optional<JudgementPage> judgement) {
        if (isShownAtFullScaleOnly(failure)) {
            return Html.conclusion(
                    Html.Verdict.OPEN,
                    "Not shown at " + scale + " scale",
                    Stream.concat(
                                    evidence.conclusion().stream(),
                                    Stream.of(failure.orElseThrow().getMessage()))
                            .collect(Collectors.joining(" ")));
        }
        if (judgement.filter(page -> !page.judgement().graded()).isPresent()) {
            return Html.conclusion(
                    Html.Verdict.OPEN,
                    judgement.get().label(),
                    failure.map(Throwable::getCause)
                            .filter(SandboxException.class::isInstance)
                            .map(Throwable::getMessage)
                            .orElse("What runs the code failed, which says nothing about the code."));
        }
        if (failure.isPresent()) {
            return Html.conclusion(
                    judgement.map(JudgementPage::notAll).orElse(Html.Verdict.NOT_SHOWN),
                    judgement.map(JudgementPage::label).orElse("Not shown at " + scale + " scale"),
                    failure.get().getCause() instanceof SubmissionException none
                            ? none.getMessage()
                            : evidence.conclusion().orElse("The test failed; its message is below."));
        }
        return evidence.conclusion()
                .map(sentence -> Html.conclusion(
                        Html.Verdict.SHOWN,
                        judgement.map(JudgementPage::label).orElse("Shown at " + scale + " scale"),
                        sentence))
                .orElse("");
    }

    static boolean isShownAtFullScaleOnly(Optional<Throwable> failure) {
        return failure.filter(ShownAtFullScaleOnlyException.class::isInstance).isPresent();
    }

    /**
     * The code behind the numbers, which nobody who hands in a submission gets to see.
     *
     * @param test that was run
     * @param references the reference solutions of its exercises
     * @param experiments that it asked for
     */
    static String code(Class<?> test, Collection<Class<?>> references, Collection<Class<?>> experiments) {
        return new SourceCode(Path.of(""))
                .html(Stream.of(List.<Class<?>>of(test), references, experiments)
                        .<Class<?>>flatMap(Collection::stream)
                        .toList());
    }

    /**
     * Scale, seed, data and backend in one line.
     *
     * @param cluster that trained the networks, in words
     */
    static String facts(CourseSettings settings, Evidence evidence, Optional<String> cluster) {
        List<String> facts = new ArrayList<>(List.of(settings.scale() + " scale", "seed " + settings.seed()));
        facts.addAll(evidence.data());
        facts.add(Backend.found().toString());
        cluster.ifPresent(executors -> facts.add("networks trained on " + executors));
        return String.join(" · ", facts);
    }
}
