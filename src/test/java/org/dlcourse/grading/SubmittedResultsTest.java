package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyArray.ElementType;
import org.dlcourse.grading.SubmittedResults.UnusedFile;
import org.junit.jupiter.api.Test;

class SubmittedResultsTest {
    private final SubmittedResults results = read("""
            {"parts": {"part3": {"cnn_3": {"files": ["a.json"], "curves": {"loss_curve": "x", "weights": "lost"}},
                                 "unknown": {"files": ["all.json"], "curves": {}}},
                       "part5": {"cnn_4": {"files": ["all.json", "b.npy"], "curves": {"loss_curve_1": "x"}}}},
             "unused": [{"file": "part4.json", "part": 4}, {"file": "notes.json", "part": null}],
             "understood": ["a.json: of part 3", "b.npy: of part 5", "all.json: of both", "They are numbered otherwise."],
             "problems": ["part4.json: it is empty", "link.json is no regular file."]}
            """);

    private static SubmittedResults read(String answer) {
        try {
            return SubmittedResults.of(
                    new ObjectMapper().readTree(answer),
                    Map.of("x", new NpyArray(ElementType.FLOAT64, new int[] {2}, new long[0], new double[] {2, 1})));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void arraysAreFoundByPartNetworkAndKey() {
        RecordedTraining training = results.of(3).trainings().get(0);

        assertThat(training.network()).isEqualTo("cnn_3");
        assertThat(training.curve("loss_curve")).containsExactly(2, 1);
        assertThat(training.has("weights")).as("an array that did not come").isFalse();
        assertThat(training.curve("val_acc_curve")).isEmpty();
        assertThat(training.number("test_acc")).isNaN();
    }

    @Test
    void networkWithoutANameHasNone() {
        assertThat(results.of(3).trainings())
                .extracting(RecordedTraining::network)
                .containsExactly("cnn_3", "");
    }

    @Test
    void partHasItsOwnFilesAndWhatIsSaidOfThem() {
        assertThat(results.of(3).remarks())
                .containsExactly(
                        "a.json: of part 3",
                        "all.json: of both",
                        "They are numbered otherwise.",
                        "link.json is no regular file.");
        assertThat(results.of(5).trainings().get(0).file()).isEqualTo("all.json and 1 more");
        assertThat(results.of(4).unused()).containsExactly(new UnusedFile("part4.json", 4));
    }

    @Test
    void partIsEmptyOnlyIfNoFileIsAboutIt() {
        assertThat(results.of(3).isEmpty()).isFalse();
        assertThat(results.of(4).isEmpty())
                .as("a file of which nothing was understood")
                .isFalse();
        assertThat(results.of(2).isEmpty()).isTrue();
    }
}
