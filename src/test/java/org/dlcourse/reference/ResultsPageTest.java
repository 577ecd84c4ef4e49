package org.dlcourse.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsPageTest {
    private static final String TEMPLATE = """
            # Results

            <!-- results DOGS-1 DOGS-2 -->
            As before.
            <!-- end -->

            Why they differ.
            """;

    private static final RecordedRequirement RECORDED = SampleRecording.of(.5, .6);

    @TempDir
    private Path folder;

    @Test
    void pageOfThisProjectIsWhatTheCommandWrites() throws IOException {
        assertThat(Files.readString(Path.of("docs/results.md")))
                .as("docs/results.md, which bin/write-results writes")
                .isEqualTo(WriteResults.page(Path.of("docs/results.template.md"), Path.of("fixtures/reference-runs")));
    }

    @Test
    void withoutARecordingTheTextOfTheTemplateStays() {
        assertThat(new ResultsPage(TEMPLATE, List.of()).text("Notice."))
                .isEqualTo("<!-- Notice. -->\n# Results\n\nAs before.\n\nWhy they differ.\n");
    }

    @Test
    void recordingHasItsSentenceTablesBoundsOriginAndCommand() {
        String page = new ResultsPage(TEMPLATE.replace("DOGS-1 ", ""), List.of(RECORDED)).text("Notice.");

        assertThat(page).doesNotContain("As before.").isEqualTo("""
                <!-- Notice. -->
                # Results

                ### DOGS-2 · Accuracy against training size

                With \\<b\\> it is .9.

                By size:

                | images | accuracy |
                |---|---:|
                | 500 | 0.100 |
                | all | 1.000 |

                Bounds:

                | What | Measured | Bound |
                |---|---|---|
                | test accuracy | 0.908 | \\> 0.9 |

                Recorded: full scale, MNIST (real), 2 runs with 2 seeds, 2026-11-28, code 30e851a1c1c2, AMD EPYC, 2 cores; 2 s of training in all.
                Data: MNIST (real): 500 training images; MNIST (real): 2,000 training images.
                CpuBackend; Linux; 17.
                Commit 4711.

                    mvn test -Dgroups=DOGS-2 -Pfull -Dcourse.seed=449

                Why they differ.
                """);
    }

    @Test
    void textOfTheTemplateStaysUntilAllOfABlockAreRecorded() {
        assertThat(new ResultsPage(TEMPLATE, List.of(RECORDED)).text("Notice."))
                .containsSubsequence("As before.", "### DOGS-2", "Why they differ.");
    }

    @ParameterizedTest
    @CsvSource({
        "'<!-- end -->', 'in line 1, no block is open that could end'",
        "'<!-- results A-1 -->', 'in line 1, the block of [A-1] is not closed'",
        "'<!-- results A-1 -->|<!-- results A-2 -->', 'in line 2, a block begins within that of [A-1]'",
        "'<!-- results A-1 -->|<!-- end -->|<!-- results A-1 -->', 'in line 3, A-1 has a second block'",
        "'Nothing.', 'no block is of DOGS-2, of which there are recordings'"
    })
    void wrongTemplateIsOneErrorWithItsLine(String template, String message) {
        assertThatThrownBy(() -> new ResultsPage(template.replace('|', '\n'), List.of(RECORDED)).text("Notice."))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Expected lines <!-- results ID ID -->");
    }

    @Test
    void commandWithoutItsTemplateEndsWithOneLine() {
        StringWriter errors = new StringWriter();

        int status = WriteResults.command()
                .setErr(new PrintWriter(errors))
                .execute(
                        "--template",
                        folder.resolve("none.md").toString(),
                        "-o",
                        folder.resolve("page.md").toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith("There is no file " + folder.resolve("none.md"))
                .hasLineCount(1);
        assertThat(folder.resolve("page.md")).doesNotExist();
    }
}
