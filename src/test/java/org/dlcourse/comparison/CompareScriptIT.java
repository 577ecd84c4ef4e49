package org.dlcourse.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for shells; mvn -Pcompare does the same")
class CompareScriptIT {
    @TempDir
    private Path folder;

    @Test
    void argumentsReachTheCommandWithTheirBlanks() throws Exception {
        Path maven = folder.resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 2\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("sh", "bin/compare-runs", "a run", "other", "-o", "page.html")
                .redirectErrorStream(true);
        builder.environment().merge("PATH", folder + File.pathSeparator, (path, first) -> first + path);

        Process script = builder.start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).as("exit status").isEqualTo(2);
        assertThat(output.lines())
                .contains("-Pcompare", "exec:java", "-Dexec.args= \"a run\" \"other\" \"-o\" \"page.html\"");
    }
}
