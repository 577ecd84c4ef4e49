package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final String NATIVE = "nd4j-native";
    private static final String CUDA = "nd4j-cuda-11.6";
    private static final String VERSION = "1.0.0-M2.1";
    private static final String PLATFORM = NativeCode.PLATFORM;

    @TempDir
    private Path folder;

    @Test
    void backendOnTheClassPathIsFoundWithItsNativeBuild() throws Exception {
        Build build = on(
                BackendJar.ofClasses(folder, NATIVE, VERSION),
                BackendJar.ofNativeBuild(folder, NATIVE, VERSION, PLATFORM + "-onednn-avx2"),
                BackendJar.ofNativeBuild(folder, NATIVE, VERSION, "another-system"));

        assertThat(build).isEqualTo(new Build(VERSION, PLATFORM + "-onednn-avx2", Optional.empty()));
    }

    @Test
    void backendForGpusBringsWhatItServes() throws Exception {
        Build build = on(
                BackendJar.ofClasses(folder, CUDA, VERSION),
                BackendJar.ofNativeBuild(folder, CUDA, VERSION, PLATFORM + "-cudnn"));

        assertThat(build.nativeBuild()).isEqualTo(PLATFORM + "-cudnn");
        assertThat(build.cuda()).contains(CudaBuild.of(VERSION, "11.6", Optional.empty()));
    }

    @Test
    void classPathWithoutABackendIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(this::on)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("No ND4J backend is on the class path")
                .hasMessageContaining("Inherit org.dlcourse:dl-course-parent")
                .hasMessageContaining("add org.nd4j:nd4j-native twice");
    }

    @Test
    void twoBackendsAreAnErrorThatNamesBoth() throws Exception {
        Path cpu = BackendJar.ofClasses(folder, NATIVE, VERSION);
        Path cuda = BackendJar.ofClasses(folder, CUDA, VERSION);

        assertThatThrownBy(() -> on(cpu, cuda))
                .hasMessageContaining("org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1, org.nd4j:nd4j-native:1.0.0-M2.1");
    }

    @Test
    void backendWithoutNativeBuildForThisSystemIsAnError() throws Exception {
        Path classes = BackendJar.ofClasses(folder, NATIVE, VERSION);
        Path other = BackendJar.ofNativeBuild(folder, NATIVE, VERSION, "another-system");

        assertThatThrownBy(() -> on(classes, other))
                .hasMessageStartingWith(
                        "org.nd4j:nd4j-native:1.0.0-M2.1 is on the class path without its native build for "
                                + PLATFORM);
    }

    @Test
    void twoNativeBuildsAreAnErrorThatSaysWhatToExclude() throws Exception {
        Path classes = BackendJar.ofClasses(folder, NATIVE, VERSION);
        Path plain = BackendJar.ofNativeBuild(folder, NATIVE, VERSION, PLATFORM);
        Path fast = BackendJar.ofNativeBuild(folder, NATIVE, VERSION, PLATFORM + "-onednn-avx2");

        assertThatThrownBy(() -> on(classes, plain, fast))
                .hasMessageContaining(PLATFORM + ", " + PLATFORM + "-onednn-avx2")
                .hasMessageContaining("exclude org.nd4j:nd4j-native from each dependency on it");
    }

    private Build on(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            return Build.on(loader, Optional.empty());
        }
    }
}
