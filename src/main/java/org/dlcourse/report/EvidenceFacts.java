package org.dlcourse.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dlcourse.dataset.ImageDataset.Origin;

/**
 * A requirement's evidence in short, for its row of the summary. The test keeps it as an attachment of its result.
 *
 * @param sentence what the numbers show; empty if the test ended before it said so
 * @param number what the key number is; empty if there is none
 * @param measured the key number as its page shows it
 * @param bound that it must be within
 * @param kinds of the evidence, each once
 * @param data whether the data are real or synthetic
 * @param comparison how its runs compare with recorded ones; empty if there are none of this scale
 * @param errata errors in the handout or its published solution that it proves
 */
record EvidenceFacts(
        String sentence,
        String number,
        String measured,
        String bound,
        List<String> kinds,
        String data,
        String comparison,
        List<Erratum> errata) {
    /** The attachment by which {@link AllureResults} knows it. */
    static final String ATTACHMENT = "Summary (JSON)";

    /** Of a test that did not begin. */
    static final EvidenceFacts NONE = new EvidenceFacts("", "", "", "", List.of(), "", "", List.of());

    /** What {@link #data} is where a test named none. */
    static final String NO_DATA = "no data set";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Of what a test has given so far.
     *
     * @param comparison how its runs compare with recorded ones; empty if with none
     */
    static EvidenceFacts of(Evidence evidence, String comparison) {
        Optional<Check> key = evidence.key();
        return new EvidenceFacts(
                evidence.conclusion().orElse(""),
                key.map(Check::what).orElse(""),
                key.map(Check::readable).orElse(""),
                key.map(check -> check.bound().toString()).orElse(""),
                evidence.checks().stream()
                        .map(check -> check.kind().toString())
                        .distinct()
                        .toList(),
                origin(evidence.data()),
                comparison,
                List.copyOf(evidence.page().errata()));
    }

    /**
     * Where data come from, by the words of their descriptions, which end with the origin of each data set.
     *
     * @return such as {@code synthetic}, {@code real, synthetic}, {@value #NO_DATA}, or nothing where the descriptions do not say
     */
    static String origin(Collection<String> descriptions) {
        return descriptions.isEmpty()
                ? NO_DATA
                : Arrays.stream(Origin.values())
                        .map(Origin::toString)
                        .filter(word -> descriptions.stream()
                                .anyMatch(Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE)
                                        .asPredicate()))
                        .collect(Collectors.joining(", "));
    }

    /** Puts it into the result of the test that is running. */
    void attach() {
        try {
            Allure.getLifecycle()
                    .addAttachment(
                            ATTACHMENT,
                            "application/json",
                            "json",
                            new ByteArrayInputStream(JSON.writeValueAsBytes(this)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is written", e);
        }
    }

    /** Reads what {@link #attach} wrote. */
    static EvidenceFacts of(byte[] attachment) throws IOException {
        return JSON.readValue(attachment, EvidenceFacts.class);
    }
}
