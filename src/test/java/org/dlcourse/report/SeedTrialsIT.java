package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class SeedTrialsIT {
    @TempDir
    private Path folder;

    @Test
    void passRatesOverOtherSeedsFollowTheSession() throws Exception {
        RunningProcess session = SampleSession.of(folder, SeedRequirements.class)
                .withOptions("-Dcourse.seeds=2")
                .startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        assertThat(session.output())
                .contains("Requirements: 2 passed, 1 shown at full scale only, 1 broken, 46 not selected, of 50")
                .contains("Seed 1449: 1 of 4 requirements passed")
                .contains("Seed 2449: 2 of 4 requirements passed")
                .contains("seed 1449, ANN-1.2 failed: seed: measured 1449.0, expected ≠ 1449")
                .contains(
                        "seed 1449, ANN-1.3 shown at full scale only: Shown at full scale only: an epoch takes an hour.");
        assertThat(folder.resolve("course-results/seeds/pass-rates.md"))
                .content()
                .isEqualTo("""
                        | requirement | passed | seeds that did not pass |
                        |---|---:|---|
                        | ANN-1.1 | 2 of 2 |  |
                        | ANN-1.2 | 1 of 2 | 1449 (failed) |
                        | ANN-1.3 | 0 of 2 | 1449 (shown at full scale only), 2449 (shown at full scale only) |
                        | ANN-1.4a | 0 of 2 | 1449 (broken), 2449 (broken) |
                        """);
    }

    @Test
    void pageBeginsWithItsConclusionAndSaysWhetherItIsShown() throws Exception {
        RunningProcess session = SampleSession.of(folder, SeedRequirements.class)
                .withOptions("-Dcourse.seed=1449")
                .startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        assertThat(page("ANN-1.1"))
                .as("scale and data, then the conclusion in the first paragraph")
                .containsPattern("^<div>[^\\n]*?</div><p[^>]*><strong[^>]*>Shown at quick scale.</strong> It is so.");
        assertThat(page("ANN-1.2")).contains("Not shown at quick scale.</strong> The seed is 1449.");
        assertThat(page("ANN-1.3"))
                .contains("Not shown at quick scale.</strong> Shown at full scale only: an epoch takes an hour.");
        assertThat(result("ANN-1.4a").path("statusDetails").path("message").asText())
                .contains("gives no conclusion; call Evidence.conclusion");
        assertThat(result("ANN-1.3").path("status").asText()).isEqualTo("skipped");
        assertThat(session.output()).doesNotContain("ANN-1.3 failed");
    }

    private String page(String id) throws IOException {
        return result(id).path("descriptionHtml").asText();
    }

    private JsonNode result(String id) throws IOException {
        return SampleSession.result(folder, id);
    }
}
