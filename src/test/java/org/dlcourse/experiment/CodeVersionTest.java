package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Dl4jLayer;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.impl.ActivationTanH;

class CodeVersionTest {
    private static final CodeVersion ENGINE = new CodeVersion("engine");

    /** A network that uses a class of its own and a nested one; a page that uses the network; and one of the engine. */
    private static final Map<String, String> COURSE = Map.of(
            "Net",
            "class Net { long a = 3_000_000_000L; double b = 1.5; int[] sizes = Sizes.of(); Object c = new Layer[2];"
                    + " record Layer(int units) {} }",
            "Sizes",
            "class Sizes { static int[] of() { return org.dlcourse.util.SeededRandom.permutation(3,"
                    + " new java.util.Random(1)); } }",
            "Page",
            "class Page { Object shown = new Net(); }");

    @TempDir
    private Path folder;

    @Test
    void changeOfACoursesNetworkOrOfWhatItUsesChangesItsVersion() throws Exception {
        CodeVersion course = versionOf(COURSE);

        assertThat(course).isNotEqualTo(ENGINE);
        assertThat(versionOf(COURSE)).as("compiled in another folder").isEqualTo(course);
        assertThat(versionOf(with("Net", COURSE.get("Net").replace("1.5", "2.5"))))
                .isNotEqualTo(course);
        assertThat(versionOf(with("Net", COURSE.get("Net").replace("int units", "int units, int more"))))
                .as("a nested class, in an array")
                .isNotEqualTo(course);
        assertThat(versionOf(with("Sizes", COURSE.get("Sizes").replace("3,", "4,"))))
                .as("what the network uses")
                .isNotEqualTo(course);
    }

    @Test
    void changeOfACoursesPageChangesNoVersion() throws Exception {
        assertThat(versionOf(with("Page", "class Page { String title = \"other\"; Object shown = new Net(); }")))
                .isEqualTo(versionOf(COURSE));
    }

    @Test
    void classesOfTheEngineAreCountedOnce() {
        assertThat(ENGINE.with(List.of())).isEqualTo(ENGINE);
        assertThat(ENGINE.with(List.of(Trainer.class))).isEqualTo(ENGINE.with(List.of(Architecture.class)));
    }

    @Test
    void everyPackageIsTheEnginesOrTheCourses() throws Exception {
        Path code = Path.of(Trainer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> packages = new ArrayList<>(CodeVersion.ENGINE);
        packages.addAll(List.of("exercise", "homework"));

        try (Stream<Path> found = Files.list(code.resolve("org/dlcourse"))) {
            assertThat(found.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .isSubsetOf(packages);
        }
    }

    @Test
    void runsOfACoursesOwnLayersAndNetworksHaveItsCodeInTheirKey() {
        RunIdentity identity = new RunIdentity(ENGINE, new Backend("CpuBackend", "1", "linux", Backend.NO_HELPER, 1));
        RunRequest usual = request(new ActivationLayer(new ActivationTanH()));
        RunRequest own = request(new ActivationLayer(new OwnActivation()));
        RunRequest exercise =
                new RunRequest(usual.plan().withImplementation(new Implementation("TWO_LAYER_EXERCISE")), usual.seed());

        assertThat(identity.code(usual)).isEqualTo(ENGINE);
        assertThat(identity.code(own)).isEqualTo(ENGINE.with(List.of(OwnActivation.class)));
        assertThat(identity.code(exercise))
                .as("a network that a provider of the course makes")
                .isNotEqualTo(ENGINE);
    }

    /** A course's own activation. */
    public static final class OwnActivation extends ActivationTanH {}

    private static RunRequest request(ActivationLayer layer) {
        Architecture architecture = new Architecture(
                "sample", new Shape(1, 2, 2), List.of(Dl4jLayer.of("f", layer), new FullyConnected(2, true)));
        return new RunRequest(
                new TrainingPlan(
                        architecture, Initialisation.PYTORCH, new Optimiser.Sgd(0.1), 10, 1, Recording.every(1)),
                1);
    }

    private static Map<String, String> with(String name, String source) {
        Map<String, String> changed = new TreeMap<>(COURSE);
        changed.put(name, source);
        return changed;
    }

    private CodeVersion versionOf(Map<String, String> sources) throws IOException, ClassNotFoundException {
        Path here = Files.createTempDirectory(folder, "course");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", here.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = here.resolve(source.getKey() + ".java");
            Files.writeString(file, "package course; " + source.getValue());
            arguments.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {here.toUri().toURL()})) {
            return ENGINE.with(List.of(loader.loadClass("course.Net")));
        }
    }
}
