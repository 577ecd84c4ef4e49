package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.SubmissionFolder;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Code that needs PyTorch, where there is none. */
@Timeout(120)
class SubmittedTorchIT {
    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.inAProcess();

    @Test
    void codeIsNotGradedWhereThereIsNoPytorch() throws Exception {
        assumeTrue(hasNoPytorch(), "needs a python3 without PyTorch");
        handedIn.write(
                "run_model.py",
                "import torch\n\ndef _test(model, data_loader, device=torch.device('cpu')):\n    return 1.0, 50.0\n");

        assertThatThrownBy(() -> handedIn.submission().find(SubmittedEvaluation.TARGET))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("The package torch is not installed where the code is run (ModuleNotFoundError: ")
                .hasMessageContaining("docs/isolation.md");
    }

    @Test
    void whatNoFileMentionsIsNotFoundWithoutPytorch() throws IOException {
        handedIn.write("run_model.py", "def my_conv2d(input, kernel):\n    return input\n");

        assertThatThrownBy(() -> handedIn.submission().find(SubmittedModelRun.TARGET))
                .isInstanceOfSatisfying(
                        SubmissionException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.NOT_FOUND))
                .hasMessageContaining("No file has the function run_model.");
    }

    private static boolean hasNoPytorch() throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/python3", "-I", "-c", "import torch")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                != 0;
    }
}
