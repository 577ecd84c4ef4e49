package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerSandboxTest {
    @Test
    void daemonIsNotAskedBeforeTestcontainersIsToldToStartNothingOfItsOwn() {
        SelfTest self = ContainerDaemon.tested("no-such-image", Map.of());

        assertThat(self.passed()).isFalse();
        assertThat(self.finding())
                .contains("the environment variable TESTCONTAINERS_RYUK_DISABLED is null. Set it to true");
    }
}
