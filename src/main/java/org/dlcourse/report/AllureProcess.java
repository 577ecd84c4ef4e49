package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.util.JavaProcess;

/**
 * Allure in a process of its own.
 *
 * @param home Allure's command line, unpacked
 */
record AllureProcess(Path home) implements AllureCommand {
    @Override
    public void run(List<String> arguments) {
        ProcessBuilder builder = JavaProcess.of("io.qameta.allure.CommandLine")
                // It runs for two seconds, which the second compiler and a collector with threads would make longer.
                .withOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .withClassPath(
                        home.resolve("lib") + "/*", home.resolve("lib/config").toString())
                .withVariable("APP_HOME", home.toString())
                // Without this very word the report calls an analytics service when it is opened.
                .withVariable(AllureLibrary.NO_ANALYTICS, "true")
                .withArguments(arguments.toArray(String[]::new))
                .builder()
                .redirectErrorStream(true);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "Allure could not " + String.join(" ", arguments) + ". It said:\n" + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Allure in " + home + " cannot be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the report was made", e);
        }
    }
}
