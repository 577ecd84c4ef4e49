package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dlcourse.kit.SubmissionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nd4j.linalg.factory.Nd4j;

/** A student's result files, opened in the sandbox that works everywhere. */
@Timeout(120)
class SubmittedResultsIT {
    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.inAProcess();

    @Test
    void namesPercentAndNumbersOfPointsAreUnderstood() throws IOException {
        write("question_3_cnn3.json", """
                {"name": "cnn3", "loss curve": %s, "train_acc_curve": [10.0, 60.5], "val_acc_curve": [], "test_acc": 0.58}
                """.formatted(Collections.nCopies(750, 1.5)));

        RecordedTraining training =
                handedIn.submission().files().results().of(3).trainings().get(0);

        assertThat(training.network()).isEqualTo("cnn_3");
        assertThat(training.curve("loss_curve")).hasSize(750).containsOnly(1.5);
        assertThat(training.curve("train_acc_curve")).containsExactly(.1, .605);
        assertThat(training.has("val_acc_curve")).isTrue();
        assertThat(training.curve("val_acc_curve")).isEmpty();
        assertThat(training.number("test_acc")).isEqualTo(.58);
        assertThat(handedIn.submission().files().results().of(3).remarks())
                .contains(
                        "question_3_cnn3.json: train_acc_curve is in percent and was divided by 100",
                        "question_3_cnn3.json: val_acc_curve is empty.");
    }

    @Test
    void jsonIsReadUpToWhereItIsCutOff() throws IOException {
        write("part4_mpl_1.json", "{\"relu_loss_curve\": [2.5, 2.0], \"sigmoid_grad_curve\": [-1.0, 0.5, 0.");

        RecordedTraining training =
                handedIn.submission().files().results().of(4).trainings().get(0);

        assertThat(training.network()).isEqualTo("mlp_1");
        assertThat(training.curve("relu_loss_curve")).containsExactly(2.5, 2);
        assertThat(training.curve("sigmoid_grad_curve"))
                .as("a magnitude that is negative")
                .containsExactly(-1, .5);
        assertThat(String.join(
                        " ", handedIn.submission().files().results().of(4).remarks()))
                .contains("The JSON is cut off at character");
    }

    @Test
    void oneFileACurveIsPutTogether() throws IOException {
        Files.createDirectory(handedIn.folder().resolve("part5"));
        Files.write(
                handedIn.folder().resolve("part5/cnn_4_loss_curve_01.npy"),
                Nd4j.toNpyByteArray(Nd4j.createFromArray(2.0, 1.0)));
        Files.write(
                handedIn.folder().resolve("part5/cnn_4_loss_curve_1.npy"),
                Nd4j.toNpyByteArray(Nd4j.createFromArray(2.0, .5)));

        RecordedTraining training =
                handedIn.submission().files().results().of(5).trainings().get(0);

        assertThat(training.files()).hasSize(2);
        assertThat(training.curve("loss_curve_1")).containsExactly(2, .5);
        assertThat(training.curve("loss_curve_01")).containsExactly(2, 1);
    }

    @Test
    void hostileFilesDoNoHarmAndAreNamed() throws IOException {
        Path attacked = handedIn.folder().resolve("attacked");
        // Protocol 0: posix.system with a command as its argument.
        write("part3_cnn_5.pkl", "cposix\nsystem\n(S'touch " + attacked + "'\ntR.");
        Files.createSymbolicLink(handedIn.folder().resolve("part3_mlp_1.json"), Path.of("/etc/shadow"));
        Files.write(handedIn.folder().resolve("part3_cnn_4.npz"), archiveThatGrows());
        write("part3_mlp_2\n.json", "{\"loss_curve\": [1.0], \"test_acc\": 0.4}");

        SubmittedResults results = handedIn.submission().files().results().of(3);

        assertThat(attacked).doesNotExist();
        assertThat(results.trainings()).extracting(RecordedTraining::network).containsExactly("mlp_2");
        assertThat(results.trainings().get(0).file()).isEqualTo("part3_mlp_2\\n.json");
        String said = String.join(" ", results.remarks())
                + String.join(" ", handedIn.submission().isolation());
        assertThat(said)
                .contains("part3_cnn_5.pkl: it asks for posix.system, which is not opened")
                .contains("\"part3_mlp_1.json\" was left out: it is a symbolic link")
                .contains("part3_cnn_4.npz: it cannot be read")
                .doesNotContain("root:");
    }

    /** 1.2 GB of zeros in some MB. */
    private static byte[] archiveThatGrows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("loss_curve.npy"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1200; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void partWithoutFilesIsNotJudged() throws IOException {
        write("part3_cnn_3.json", "{\"loss_curve\": [1.0]}");
        Solutions solutions = new Solutions(Optional.of(handedIn.submission()));

        assertThat(solutions.results(3)).isPresent();
        assertThatThrownBy(() -> solutions.results(4))
                .isInstanceOf(NothingHandedInException.class)
                .hasMessage("no result file of part 4, such as part4_cnn_3.json, is among the files.");
    }

    @Test
    void absenceOfPredictionsIsNoFailure() {
        Solutions solutions = new Solutions(Optional.of(handedIn.submission()));
        assertThatThrownBy(solutions::predictions)
                .isInstanceOf(NothingHandedInException.class)
                .hasMessage("no file of predictions, such as predictions.csv, is among the files.");
    }

    @Test
    void predictionsAreRead() throws IOException {
        write("predictions.csv", "id,label\n1,ship\n0,cat\n");

        SubmittedPredictions predictions =
                new Solutions(Optional.of(handedIn.submission())).predictions().orElseThrow();
        assertThat(predictions.file()).isEqualTo("predictions.csv");
        assertThat(predictions.classes(List.of("ship", "cat"), 2)).containsExactly(1, 0);
    }

    @Test
    void predictionsThatHoldNoLabelsAreWrong() throws IOException {
        write("predictions.npy", "no array");

        assertThatThrownBy(() -> handedIn.submission().files().predictions())
                .isInstanceOf(SubmissionException.class)
                .hasMessageStartingWith("wrong: predictions.npy cannot be read: it does not begin as a .npy file does");
    }

    private void write(String name, String content) throws IOException {
        Files.write(handedIn.folder().resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
