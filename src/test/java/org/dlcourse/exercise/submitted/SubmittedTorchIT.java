package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.sandbox.Verdict;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code that needs PyTorch, where there is none. */
@Timeout(120)
class SubmittedTorchIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void needPython() {
        SelfTest test = new ProcessSandbox().selfTest();
        assumeTrue(test.passed(), () -> "needs python3 with NumPy and prlimit: " + test.finding());
    }

    @Test
    void codeIsNotGradedWhereThereIsNoPytorch() throws Exception {
        assumeTrue(hasNoPytorch(), "needs a python3 without PyTorch");
        handIn("import torch\n\ndef _test(model, data_loader, device=torch.device('cpu')):\n    return 1.0, 50.0\n");

        try (Submission submission = submission()) {
            assertThatThrownBy(() -> submission.find(SubmittedEvaluation.TARGET))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("The package torch is not where the code is run (ModuleNotFoundError: ")
                    .hasMessageContaining("docs/isolation.md");
        }
    }

    @Test
    void whatNoFileMentionsIsNotFoundWithoutPytorch() throws IOException {
        handIn("def my_conv2d(input, kernel):\n    return input\n");

        try (Submission submission = submission()) {
            assertThatThrownBy(() -> submission.find(SubmittedModelRun.TARGET))
                    .isInstanceOfSatisfying(SubmissionException.class, e -> assertThat(e.verdict())
                            .isEqualTo(Verdict.NOT_FOUND))
                    .hasMessageContaining("No file has the function run_model.");
        }
    }

    private static boolean hasNoPytorch() throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/python3", "-I", "-c", "import torch")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                != 0;
    }

    private void handIn(String code) throws IOException {
        Files.writeString(folder.resolve("run_model.py"), code);
    }

    private Submission submission() {
        return new Submission(folder, () -> SandboxChoice.of(Isolation.PROCESS));
    }
}
