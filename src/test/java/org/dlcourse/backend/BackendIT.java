package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BackendIT {
    @TempDir
    private Path folder;

    /** Starts the backend and prints it. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            System.out.println(Backend.start());
        }
    }

    @Test
    void helperIsOnWithoutAnyOption() throws Exception {
        assumeThat(Backend.start().helperExpected())
                .as("the native build of this platform has oneDNN")
                .isTrue();
        RunningProcess process = ChildProcess.of(Start.class).startIn(folder);

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output()).contains("MKLDNN");
    }

    /** Starts the backend on a class path of its own: all that this process has but ND4J's backend for the CPU, and other jars. */
    static final class StartOn {
        private StartOn() {}

        public static void main(String[] jars) throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String jar : jars) {
                urls.add(Path.of(jar).toUri().toURL());
            }
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (!entry.contains("nd4j-native-1")) {
                    urls.add(Path.of(entry).toUri().toURL());
                }
            }
            ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            loader.loadClass(Backend.class.getName()).getMethod("start").invoke(null);
        }
    }

    @Test
    void buildForGpusStartsNothingWithoutOne() throws Exception {
        String[] jars = {
            BackendJar.ofClasses(folder, "nd4j-cuda-11.6", "1.0.0-M2.1").toString(),
            BackendJar.ofNativeBuild(folder, "nd4j-cuda-11.6", "1.0.0-M2.1", NativeCode.PLATFORM + "-cudnn")
                    .toString()
        };
        RunningProcess process = ChildProcess.of(StartOn.class, jars)
                .withOptions("-D" + Build.CAPABILITIES + "=99.0-99.9")
                .startIn(folder);

        assertThat(process.await()).as("exit status").isNotZero();
        assertThat(process.output())
                .contains("a GPU of compute capability 99.0 to 99.9")
                .contains("leave -Pgpu out to compute on the CPU")
                .doesNotContain("CpuBackend");
    }

    @Test
    void classPathWithoutABackendIsOneClearError() throws Exception {
        RunningProcess process = ChildProcess.of(StartOn.class).startIn(folder);

        assertThat(process.await()).as("exit status").isNotZero();
        assertThat(process.output())
                .contains("No ND4J backend is on the class path")
                .doesNotContain("NoClassDefFound");
    }

    @Test
    void startWithoutTheSettingsOfTheBuildWarnsOnce() throws Exception {
        RunningProcess process = ChildProcess.of(Start.class)
                .withVariable("OMP_NUM_THREADS", "2")
                .startIn(folder);

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output())
                .containsOnlyOnce("This process was started without the variable OMP_NUM_THREADS=1 (it is \"2\"")
                .contains("2 threads per operation");
    }

    @Test
    void startFailsWhereTheHelperIsSwitchedOff() throws Exception {
        assumeThat(Backend.start().helperExpected())
                .as("the native build of this platform has oneDNN")
                .isTrue();
        RunningProcess process = ChildProcess.of(Start.class)
                .withOptions("-Dorg.eclipse.deeplearning4j.helpers.disable=true")
                .startIn(folder);

        assertThat(process.await()).as("exit status").isNotZero();
        assertThat(process.output()).contains("DL4J's convolution layers do not use it", "(it is \"true\")");
    }
}
