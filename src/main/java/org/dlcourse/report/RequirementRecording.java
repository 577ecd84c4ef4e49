package org.dlcourse.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dlcourse.backend.Backend;
import org.dlcourse.experiment.CodeVersion;
import org.dlcourse.experiment.GitCommit;
import org.dlcourse.experiment.Machine;
import org.dlcourse.experiment.Run;
import org.dlcourse.reference.RecordedCheck;
import org.dlcourse.reference.RecordedEvidence;
import org.dlcourse.reference.RecordedFigure;
import org.dlcourse.reference.RecordedOrigin;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.reference.RecordedRun;
import org.dlcourse.settings.CourseSettings;

/** What is recorded of a requirement that passed. */
final class RequirementRecording {
    private RequirementRecording() {}

    /**
     * The recording of a requirement.
     *
     * @param evidence that its test gave
     * @param runs that its numbers rest on
     */
    static RecordedRequirement of(
            RequirementCatalogue.Entry entry, CourseSettings settings, Evidence evidence, List<Run> runs) {
        return new RecordedRequirement(
                entry.id(),
                entry.title(),
                origin(entry, settings, evidence),
                new RecordedEvidence(
                        evidence.conclusion().orElse(""),
                        evidence.key().map(RequirementRecording::recorded),
                        evidence.checks().stream()
                                .map(RequirementRecording::recorded)
                                .toList(),
                        evidence.page().tables(),
                        RecordedFigure.mainOf(evidence.page().figures())),
                runs.stream().map(RecordedRun::of).toList());
    }

    private static RecordedOrigin origin(RequirementCatalogue.Entry entry, CourseSettings settings, Evidence evidence) {
        return new RecordedOrigin(
                settings.scale().toString(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                GitCommit.of(Path.of("")),
                CodeVersion.ofProcess().sha256(),
                List.copyOf(evidence.data()),
                EvidenceFacts.origin(evidence.data()),
                Backend.found().toString(),
                Machine.ofProcess(),
                ReproduceCommand.settings(settings),
                ReproduceCommand.ofAnyone(entry, settings));
    }

    private static RecordedCheck recorded(Check check) {
        return new RecordedCheck(
                check.what(),
                check.readable(),
                check.bound().toString(),
                check.kind().toString(),
                check.reason());
    }
}
