package org.dlcourse.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for shells")
class ReferenceScriptsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "verify-reference, target/test-classes:target/classes:a.jar:b.jar, org.dlcourse.verification.VerifyReference",
        "write-results, target/classes:a.jar:b.jar, org.dlcourse.reference.WriteResults"
    })
    void argumentsReachTheCommandWithTheirBlanksAndItsStatusIsTheScripts(String script, String classPath, String main)
            throws Exception {
        // Maven writes the class path into the file that it is told.
        program(
                "mvn",
                "for argument; do case $argument in -Dmdep.outputFile=*)"
                        + " mkdir -p \"$(dirname \"${argument#*=}\")\"; echo a.jar:b.jar > \"${argument#*=}\";; esac; done");
        program("java", "printf '%s\\n' \"$@\"; exit 2");
        ProcessBuilder builder =
                new ProcessBuilder("sh", "bin/" + script, "a folder", "--help").redirectErrorStream(true);
        builder.environment().merge("PATH", folder + File.pathSeparator, (path, first) -> first + path);

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("exit status").isEqualTo(2);
        assertThat(output.lines()).containsSubsequence("-classpath", classPath, main, "a folder", "--help");
    }

    private void program(String name, String commands) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
