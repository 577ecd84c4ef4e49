package org.dlcourse.report;

import java.util.List;
import java.util.Optional;
import org.dlcourse.reference.SampleRecording;

/** A summary of four requirements of two handouts. */
final class SampleSummary {
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.ofClassPath();

    private static final EvidenceFacts FACTS = new EvidenceFacts(
            "With <b> it is .021 | .03.",
            "mean absolute difference",
            "0.021",
            "≤ 0.03",
            List.of("exact", "statistical"),
            "synthetic",
            "1 of 1 mean lies <outside>.",
            List.of(new Erratum("The handout says <no>.", "It is 0.021.")));

    private SampleSummary() {}

    static Summary summary() {
        return summary("0.021", Outcome.PASSED);
    }

    /** The same with another number and another outcome of its first requirement. */
    static Summary summary(String measured, Outcome first) {
        EvidenceFacts facts = new EvidenceFacts(
                FACTS.sentence(),
                FACTS.number(),
                measured,
                FACTS.bound(),
                FACTS.kinds(),
                FACTS.data(),
                "",
                FACTS.errata());
        return new Summary(
                "Five <handouts>",
                "local run #2",
                "quick",
                "449",
                List.of(
                        row("ANN-1.1", first, facts, first == Outcome.PASSED ? "" : "It is not.\nat line 1"),
                        row("ANN-1.2", Outcome.NOT_SELECTED, EvidenceFacts.NONE, "Not selected: others were."),
                        row("DOGS-2", Outcome.SHOWN_AT_FULL_SCALE_ONLY, FACTS, "Shown at full scale only: too few."),
                        row("DOGS-10", Outcome.SKIPPED, EvidenceFacts.NONE, "no GPU computes here")));
    }

    static SummaryPage page() {
        return new SummaryPage(summary(), new LastRuns.Difference(0, List.of()));
    }

    private static SummaryRow row(String id, Outcome outcome, EvidenceFacts facts, String message) {
        double seconds = facts == EvidenceFacts.NONE ? Double.NaN : 1.26;
        return new SummaryRow(
                CATALOGUE.find(id).orElseThrow(),
                outcome,
                facts,
                message,
                "",
                Optional.of(SampleRecording.of(.5, .6))
                        .filter(recorded -> recorded.id().equals(id)),
                seconds);
    }
}
