package org.dlcourse.util;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import org.junit.jupiter.api.Test;
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
    void configurationOfTheCourseTakesItsPlace() {
        LoggerContext context = new LoggerContext();
        System.setProperty(CONFIGURATION_FILE, "pom.xml");
        try {
            assertThat(new ConsoleLog().configure(context)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        } finally {
            System.clearProperty(CONFIGURATION_FILE);
        }
        assertThat(context.getLogger("course").getLevel()).isNull();
    }
}
