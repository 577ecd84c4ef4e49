package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessIT {
    @TempDir
    private Path folder;

    /** Prints what it sees and ends with the status that it is given, or waits for ever. */
    static final class Report {
        private Report() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("setting " + System.getProperty("setting") + ", variable " + System.getenv("VARIABLE")
                    + ", threads " + System.getenv("OMP_NUM_THREADS") + ", resource " + resource());
            System.err.println("an error");
            if (arguments[0].equals("wait")) {
                Thread.sleep(Long.MAX_VALUE);
            }
            System.exit(Integer.parseInt(arguments[0]));
        }

        private static String resource() throws IOException {
            try (InputStream in = Report.class.getResourceAsStream("/resource.txt")) {
                return in == null ? "none" : new String(in.readAllBytes());
            }
        }
    }

    @Test
    void processHasWhatItsDescriptionSays() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Files.writeString(classes.resolve("resource.txt"), "found");

        RunningProcess process = ChildProcess.of(Report.class, "3")
                .withOptions("-Dsetting=first", "-Dsetting=last")
                .withVariable("VARIABLE", "set")
                .withClassPathInFront(classes)
                .startIn(folder);

        assertThat(process.await()).isEqualTo(3);
        assertThat(process.output())
                .contains("setting last, variable set, threads 1, resource found", "an error")
                .as("control: a process without")
                .isNotEqualTo(plainOutput());
    }

    private String plainOutput() throws Exception {
        RunningProcess plain = ChildProcess.of(Report.class, "0").startIn(folder);
        assertThat(plain.await()).isZero();
        assertThat(plain.output()).contains("setting null, variable null, threads 1, resource none");
        return plain.output();
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "the command in front is one of POSIX")
    void otherCommandStartsIt() throws Exception {
        RunningProcess process = ChildProcess.of(Report.class, "0")
                .startedBy("env", "VARIABLE=from the command")
                .startIn(folder);

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output()).contains("variable from the command");
    }

    @Test
    void killEndsItAtOnce() throws Exception {
        RunningProcess process = ChildProcess.of(Report.class, "wait").startIn(folder);
        assertThat(process.isAlive()).isTrue();

        process.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.await()).as("exit status").isNotZero();
    }
}
