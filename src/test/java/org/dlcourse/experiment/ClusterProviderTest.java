package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.SettingsException;
import org.junit.jupiter.api.Test;

class ClusterProviderTest {
    @Test
    void clusterWithoutSparkOnTheClassPathIsToldBeforeAnythingRuns() {
        CourseSettings settings = CourseSettings.of(Map.of("course.cluster", "spark://host:7077"), Map.of());
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThatThrownBy(() -> ClusterProvider.requireFor(settings))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("course.cluster")
                    .hasMessageContaining("Add -Pspark");
            assertThatCode(() -> ClusterProvider.requireFor(CourseSettings.of(Map.of(), Map.of())))
                    .doesNotThrowAnyException();
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
        }
    }
}
