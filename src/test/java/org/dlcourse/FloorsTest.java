package org.dlcourse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The house: a floor uses only the floors that are listed for it, in tests too, and there is no circle. */
@AnalyzeClasses(packages = "org.dlcourse")
class FloorsTest {
    private static final String ROOT = "org.dlcourse.";

    /** Each floor, ground first, with those that it uses. A package belongs to the floor with the longest name that it begins with. */
    static final Map<String, Set<String>> ARROWS = arrows(
            "util",
            "settings: util",
            "backend",
            "dataset: util",
            "dataset.file: dataset",
            "dataset.npy: dataset, dataset.file",
            "dataset.pickle: dataset, dataset.file",
            "dataset.image: dataset, dataset.file",
            "dataset.cifar: dataset, dataset.file, dataset.pickle",
            "dataset.mnist: dataset, dataset.file",
            "dataset.download: settings, dataset, dataset.file",
            "dataset.folder: settings, dataset, dataset.file, dataset.download",
            "model: util, backend",
            "vector: model",
            "training: util, backend, dataset, model, vector",
            "experiment: util, settings, backend, dataset, model, training",
            "figure",
            "reference: util, model, training, experiment, figure",
            "pdf",
            "sandbox: util, settings",
            "grading.worker",
            "grading: util, settings, dataset, dataset.npy, sandbox, grading.worker",
            "report: util, settings, backend, dataset, dataset.file, dataset.folder, experiment, figure, reference, pdf, sandbox, grading",
            "kit: util, settings, backend, training, experiment, figure, sandbox, grading, report",
            "exercise",
            "exercise.reference: exercise",
            "exercise.mistake: kit, exercise, exercise.reference",
            "exercise.submitted: dataset.npy, sandbox, grading, exercise",
            // The course: "below" is all that is above this line.
            "homework: below",
            "homework.data: below",
            "homework.ann: below, homework.data",
            "homework.ann.basics: below, homework.ann",
            "homework.ann.convolution: below, homework.data",
            "homework.ann.architectures: below, homework.ann",
            "homework.ann.activations: below, homework.ann",
            "homework.ann.learningrates: below, homework.ann, homework.ann.architectures",
            "homework.cifar: below, homework, homework.data",
            "homework.fcnet: below, homework.data",
            "homework.conv: below, homework.data, homework.cifar",
            "homework.dogs.loop: below",
            "homework.dogs.mnist: below, homework.data",
            "homework.dogs.breeds: below, homework.data, homework.dogs.mnist",
            "homework.dogs.patterns: below, homework.data",
            "homework.dogs.perceptrons: below, homework",
            "homework.dogs.adversarial: below, homework.dogs.mnist",
            // Commands of the engine, and the cluster, which the course does not use.
            "cluster: util, backend, dataset, training, experiment",
            "batch: util, settings, figure, dataset, sandbox, grading, report",
            "comparison: util, dataset, experiment, figure, report",
            "verification: util, settings, experiment, reference, report");

    /** What tests of a floor use beside that: fixtures, child processes and conditions, and the course's networks and images as samples. */
    private static final Map<String, Set<String>> ARROWS_OF_TESTS = arrows(
            "backend: kit",
            "dataset: dataset.npy",
            "dataset.download: kit",
            "dataset.folder: homework.data",
            "model: homework.ann",
            "vector: homework.ann, homework.cifar",
            "training: dataset.npy, kit, homework.ann, homework.data",
            "experiment: kit, homework.ann",
            "cluster: util, settings, kit, model, homework.ann",
            "figure: kit",
            "kit: model",
            "reference: homework.ann",
            "verification: kit, homework.dogs.mnist",
            "report: kit, model, training, dataset.download, exercise, exercise.reference, homework.ann",
            "exercise: exercise.reference, exercise.mistake, dataset.npy, kit, settings, util",
            "sandbox: kit",
            "grading: settings, kit, exercise, exercise.reference",
            "batch: kit",
            "homework: homework.data",
            "homework.ann: homework",
            "homework.fcnet: homework, homework.ann",
            "homework.conv: homework",
            "homework.dogs: homework");

    @ArchTest
    static void floorsUseOnlyTheFloorsThatAreListedForThem(JavaClasses all) {
        Set<String> unlisted = new TreeSet<>();
        for (JavaClass one : all) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                arrow(dependency)
                        .filter(arrow -> !allowed(arrow, isTest(one)))
                        .ifPresent(arrow -> unlisted.add(arrow + ": " + dependency.getDescription()));
            }
        }
        assertThat(unlisted).isEmpty();
    }

    @ArchTest
    static void everyClassHasItsFloor(JavaClasses all) {
        assertThat(all)
                .filteredOn(one -> floor(one).isEmpty() && !one.getPackageName().equals("org.dlcourse"))
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    @ArchTest
    static void floorsAreListedAboveThoseThatTheyUse(JavaClasses all) {
        List<String> floors = new ArrayList<>(ARROWS.keySet());
        ARROWS.forEach((floor, used) -> assertThat(floors.subList(0, floors.indexOf(floor)))
                .as("what lies below " + floor)
                .containsAll(used));
    }

    @ArchTest
    static final ArchRule SOLUTIONS_USE_NO_CONVOLUTION_OF_A_LIBRARY = noClasses()
            .that()
            .resideInAPackage("org.dlcourse.exercise..")
            .and()
            .haveSimpleNameNotEndingWith("Test")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.deeplearning4j..",
                    "org.nd4j.autodiff..",
                    "org.nd4j.linalg.api.ops..",
                    "org.nd4j.linalg.convolution..",
                    "org.nd4j.linalg.factory.ops..");

    @ArchTest
    static final ArchRule STATE_IS_NOT_STATIC =
            noFields().that().areStatic().should().notBeFinal();

    private static boolean allowed(Arrow arrow, boolean inTest) {
        return ARROWS.get(arrow.from()).contains(arrow.to())
                || inTest
                        && ARROWS_OF_TESTS.entrySet().stream()
                                .anyMatch(entry -> isWithin(arrow.from(), entry.getKey())
                                        && entry.getValue().contains(arrow.to()));
    }

    private static boolean isTest(JavaClass one) {
        return one.getSource()
                .map(source -> source.getUri().getPath().contains("/test-classes/"))
                .orElse(false);
    }

    private static boolean isWithin(String name, String floor) {
        return (name + ".").startsWith(floor + ".");
    }

    private record Arrow(String from, String to) {
        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    private static Optional<Arrow> arrow(Dependency dependency) {
        Optional<String> from = floor(dependency.getOriginClass());
        Optional<String> to = floor(dependency.getTargetClass());
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of(new Arrow(from.get(), to.get()));
    }

    /** None for a class of another project, and for tests of the whole house. */
    private static Optional<String> floor(JavaClass one) {
        return ARROWS.keySet().stream()
                .filter(floor -> isWithin(one.getPackageName(), ROOT + floor))
                .reduce((shorter, longer) -> longer.length() > shorter.length() ? longer : shorter);
    }

    private static Map<String, Set<String>> arrows(String... lines) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        Set<String> below = new LinkedHashSet<>();
        for (String line : lines) {
            String[] parts = line.split(": ");
            Set<String> used = new LinkedHashSet<>(parts.length == 1 ? List.of() : List.of(parts[1].split(", ")));
            if (used.remove("below")) {
                used.addAll(below);
            } else {
                below.add(parts[0]);
            }
            arrows.put(parts[0], used);
        }
        return arrows;
    }
}
