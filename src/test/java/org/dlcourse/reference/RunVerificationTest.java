package org.dlcourse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.experiment.Machine;
import org.dlcourse.experiment.Provenance;
import org.dlcourse.experiment.Run;
import org.dlcourse.reference.RunVerification.Verdict;
import org.junit.jupiter.api.Test;

class RunVerificationTest {
    private static final RecordedRequirement RECORDED = SampleRecording.of(.50, .52, .54, .51);

    @Test
    void equalBitsAgree() {
        assertThat(verify(RECORDED, .50, "", "")).isEqualTo(new RunVerification(Verdict.AGREES, "equal to the bit"));
    }

    @Test
    void otherBitsWithTheRecordedCodeAndProcessorDifferHoweverClose() {
        RunVerification verification = verify(RECORDED, .5001, "", "");

        assertThat(verification.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(verification.words())
                .isEqualTo("other bits, though code, backend and processor are the recorded ones:"
                        + " test accuracy 0.5001, recorded 0.5000");
    }

    @Test
    void otherBitsOfOtherCodeOrProcessorAreJudgedByTheRepeats() {
        assertThat(verify(RECORDED, .53, "new", "").verdict()).isEqualTo(Verdict.AGREES);
        assertThat(verify(RECORDED, .53, "", "Xeon").words())
                .contains("the processor (Xeon, recorded )", "within the band of one more repeat, 0.4");
        assertThat(verify(RECORDED, .9, "new", "").verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(verify(RECORDED, .1, "new", "").words()).contains("the code that trains", "outside of the band");
    }

    @Test
    void withFewRepeatsOtherBitsOfOtherCodeAreNotJudged() {
        RunVerification verification = verify(SampleRecording.of(.50, .52), .9, "new", "");

        assertThat(verification.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(verification.words())
                .endsWith("at least 3 recorded repeats of its plan that differ are needed, and there are 2");
    }

    /** The first recorded run beside one of another test accuracy. */
    private static RunVerification verify(
            RecordedRequirement recorded, double accuracy, String code, String processor) {
        Run run = SampleRecording.runs(1, accuracy).get(0);
        Provenance there = run.provenance();
        Provenance here = new Provenance(
                there.data(),
                there.dataSha256(),
                code,
                there.commit(),
                there.backend(),
                new Machine(processor, 1, "", ""),
                there.workers(),
                there.started(),
                there.seconds());
        List<RecordedRun> runs = recorded.runs();
        return RunVerification.of(runs.get(0), runs, new Run(run.key(), run.request(), run.result(), here), .99);
    }
}
