package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceFactsTest {
    private final Evidence evidence = new Evidence();

    @Test
    void keyNumberIsTheFirstThatIsCheckedAndNoControl() {
        evidence.conclusion("It is so.");
        evidence.check("control: d", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.check("a", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.check("b", 1.5, Bound.atMost(2), EvidenceKind.STATISTICAL, "because");
        evidence.check("c", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");

        assertThat(EvidenceFacts.of(evidence, "All 2 means lie."))
                .isEqualTo(new EvidenceFacts(
                        "It is so.",
                        "a",
                        "1",
                        "≤ 2",
                        List.of("exact", "statistical"),
                        "no data set",
                        "All 2 means lie.",
                        List.of()));
    }

    @Test
    void testSaysWhichNumberCounts() {
        evidence.check("a", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.keyCheck("b", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.keyCheck("c", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");

        assertThat(EvidenceFacts.of(evidence, "").number()).isEqualTo("b");
        assertThat(evidence.checks()).as("each is shown and asserted").hasSize(3);
    }

    @Test
    void numberOutsideItsBoundIsTheKeyNumber() {
        evidence.keyCheck("a", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.check("b", 2.5, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.check("c", 3, Bound.atMost(2), EvidenceKind.EXACT, "because");

        assertThat(EvidenceFacts.of(evidence, ""))
                .extracting(EvidenceFacts::number, EvidenceFacts::measured, EvidenceFacts::sentence)
                .containsExactly("b", "2.500", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CIFAR-10 (synthetic): 10 images; synthetic",
                "CIFAR-10 (real): 10 images; real",
                "MNIST (real), patterns (Synthetic); real, synthetic",
                "really good photographs: 10 images; ''"
            })
    void originIsThatOfTheDescriptions(String description, String origin) {
        assertThat(EvidenceFacts.origin(List.of(description))).isEqualTo(origin);
    }
}
