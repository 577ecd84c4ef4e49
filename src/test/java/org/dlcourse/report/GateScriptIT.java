package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the script is for the Linux machines of continuous integration")
class GateScriptIT {
    @TempDir
    private Path folder;

    /** How a process ended, and what it said. */
    private record Ended(int status, String output) {}

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "3, 1, ''",
        "4, 2, ''",
        "1, 2, 'nothing was compared, since Maven ended with status 1'",
        "127, 2, 'nothing was compared, since Maven ended with status 127'",
        "130, 2, 'nothing was compared, since Maven ended with status 130'"
    })
    void onlyTheGateItselfSaysThatFewerPassed(int maven, int expected, String message) throws Exception {
        Ended ended = gate(maven, "kept.txt");

        assertThat(ended.status()).isEqualTo(expected);
        assertThat(ended.output()).contains("-Dgate.kept=" + Path.of("kept.txt").toAbsolutePath(), message);
    }

    @Test
    void wrongUseDecidesNothing() throws Exception {
        Ended ended = gate(0);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output()).contains("usage: .ci/gate FILE [RESULTS]");
    }

    /** The script with a Maven that says how it was called, and ends so. */
    private Ended gate(int maven, String... arguments) throws Exception {
        Path stub = folder.resolve("mvn");
        Files.writeString(stub, "#!/bin/sh\necho \"$@\"\nexit " + maven + "\n");
        assertThat(stub.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of("bash", ".ci/gate"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().merge("PATH", folder + File.pathSeparator, (path, first) -> first + path);
        return ended(builder);
    }

    private static Ended ended(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
