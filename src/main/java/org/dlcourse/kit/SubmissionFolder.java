package org.dlcourse.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.dlcourse.grading.Submission;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.Sandbox;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SelfTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test an empty folder as a student's submission, whose code runs in a sandbox; the test is skipped, with the reason, where the
 * sandbox does not work. For a field with {@link org.junit.jupiter.api.extension.RegisterExtension}.
 */
public final class SubmissionFolder implements BeforeEachCallback, AfterEachCallback {
    private final List<Sandbox> sandboxes;
    /** All null between tests. */
    private Path folder;

    private Sandbox sandbox;
    private Submission submission;

    private SubmissionFolder(List<Sandbox> sandboxes) {
        this.sandboxes = sandboxes;
    }

    /** Whose code runs in the sandbox that works almost everywhere, a process. */
    public static SubmissionFolder inAProcess() {
        return in(new ProcessSandbox());
    }

    /** Whose code runs in the first of these that works. */
    public static SubmissionFolder in(Sandbox... sandboxes) {
        return new SubmissionFolder(List.of(sandboxes));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        sandbox = null;
        StringBuilder findings = new StringBuilder();
        for (Sandbox one : sandboxes) {
            SelfTest test = one.selfTest();
            if (test.passed()) {
                sandbox = one;
                break;
            }
            findings.append(one.isolation()).append(": ").append(test.finding()).append(' ');
        }
        assumeTrue(sandbox != null, () -> "needs a sandbox that works. " + findings);
        folder = Files.createTempDirectory("submission");
        submission = open();
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The submission that the folder is; it is read when it is first asked something, so that files may be written before. */
    public Submission submission() {
        return submission;
    }

    /** Another submission of the same folder, to be closed by whoever asks for it. */
    public Submission open() {
        return new Submission(folder, () -> new SandboxChoice(sandbox.isolation(), sandbox, "it works", List.of()));
    }

    /** Writes a file of the submission, in folders that are made. */
    public void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (submission != null) {
            submission.close();
            submission = null;
        }
        if (folder != null) {
            FileUtils.deleteDirectory(folder.toFile());
            folder = null;
        }
    }
}
