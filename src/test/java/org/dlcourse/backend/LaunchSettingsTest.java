package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchSettingsTest {
    private static final Map<String, String> OF_THE_PARENT =
            Map.of("OMP_NUM_THREADS", "1", "MALLOC_MMAP_MAX_", "0", "MALLOC_TRIM_THRESHOLD_", "1073741824");

    @Test
    void processOfTheBuildLacksNothing() {
        assertThat(LaunchSettings.of(OF_THE_PARENT, true, true).inWords()).isEmpty();
    }

    @Test
    void plainProcessLacksAllWithWhatItCosts() {
        LaunchSettings plain = LaunchSettings.of(Map.of(), false, true);

        assertThat(plain.lacking()).hasSize(3);
        assertThat(plain.inWords().orElseThrow())
                .contains("OMP_NUM_THREADS=1 (it is not set; results differ in their last bits")
                .contains("--add-modules jdk.incubator.vector (on a processor with AVX-512")
                .contains("MALLOC_MMAP_MAX_=0 and MALLOC_TRIM_THRESHOLD_=1073741824 (memory that");
    }

    @Test
    void moreThreadsThanOneAreNamed() {
        Map<String, String> variables = new HashMap<>(OF_THE_PARENT);
        variables.put("OMP_NUM_THREADS", "4");

        assertThat(LaunchSettings.of(variables, true, true).lacking())
                .singleElement()
                .asString()
                .contains("it is \"4\"");
    }

    @Test
    void settingsOfGlibcAreNotMissedWithoutIt() {
        assertThat(LaunchSettings.of(Map.of("OMP_NUM_THREADS", "1"), true, false)
                        .lacking())
                .isEmpty();
    }
}
