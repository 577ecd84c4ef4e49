package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FinalMessageIT {
    @TempDir
    private Path folder;

    @Test
    void reasonIsPrintedBehindAllThatTheBuildSays() throws Exception {
        Path file = folder.resolve("target/message.txt");

        String output = output(file, "The property is wrong.");

        assertThat(output).endsWith("[Help 1]\n\nThe property is wrong.\n");
        assertThat(file).as("message that was printed").doesNotExist();
    }

    @Test
    void messageOfAnEarlierBuildIsNotPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("message.txt"), "An earlier build's.");

        assertThat(output(file)).isEqualTo("[ERROR] [Help 1]\n");
    }

    private String output(Path file, String... messages) throws Exception {
        String[] arguments =
                Stream.concat(Stream.of(file.toString()), Stream.of(messages)).toArray(String[]::new);
        RunningProcess build = ChildProcess.of(BuildProcess.class, arguments)
                .withOptions("-D" + FinalMessage.FILE + "=" + file)
                .startIn(folder);
        assertThat(build.await()).as(build.output()).isZero();
        return build.output().replace("\r\n", "\n").replaceFirst("WARNING: Using incubator modules.*\n", "");
    }
}
