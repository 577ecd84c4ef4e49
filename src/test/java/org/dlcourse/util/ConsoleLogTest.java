package org.dlcourse.util;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ConsoleLogTest {
    private static final String CONFIGURATION_FILE = "logback.configurationFile";

    @Test
    void isWhatThisProcessLogsBy() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

        assertThat(context.getLogger("course.training").isInfoEnabled()).isTrue();
        assertThat(context.getLogger("org.dlcourse.experiment").isInfoEnabled()).isTrue();
        assertThat(context.getLogger("org.nd4j").isWarnEnabled()).isTrue();
        assertThat(context.getLogger("org.nd4j").isInfoEnabled())
                .as("control: what is not the engine's")
                .isFalse();
    }

    @Test
    void configurationOfTheCourseTakesItsPlace(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("own.xml"), "<configuration><logger name='course' level='error'/></configuration>");
        LoggerContext context = new LoggerContext();
        System.setProperty(CONFIGURATION_FILE, file.toString());
        try {
            new ConsoleLog().configure(context);
        } finally {
            System.clearProperty(CONFIGURATION_FILE);
        }

        assertThat(context.getLogger("course").getLevel()).isEqualTo(Level.ERROR);
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
    }
}
