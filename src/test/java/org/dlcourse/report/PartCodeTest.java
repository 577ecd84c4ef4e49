package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartCodeTest {
    private static final String PART_1 = "org/dlcourse/homework/ann/basics/Part1BasicConceptsTest";

    private final PartCode code = new PartCode(
            PartCodeTest.class.getClassLoader(),
            new CourseSources(List.of(Path.of("src/main/java"), Path.of("src/test/java")), ""));

    @Test
    void testsExperimentsAndSolutionsAreListedWithWhatTheyUse() throws IOException {
        assertThat(code.of(Set.of(PART_1)))
                .startsWith(PART_1)
                .contains(
                        "org/dlcourse/exercise/ParameterCount",
                        "org/dlcourse/exercise/reference/SummedParameterCount",
                        "org/dlcourse/homework/ann/basics/PosteriorExperiment",
                        "org/dlcourse/homework/ann/basics/GaussianMixture");
    }

    @Test
    void pagesFiguresMistakesAndTheEngineAreNot() throws IOException {
        assertThat(code.of(Set.of(PART_1)))
                .noneMatch(name -> name.endsWith("Page") || name.endsWith("Figure") || name.endsWith("Mistakes"))
                .noneMatch(name -> name.startsWith("org/dlcourse/training/") || name.contains("$"));
    }

    @Test
    void experimentThatOnlyAPageNamesIsListed() throws IOException {
        assertThat(code.of(Set.of("org/dlcourse/homework/cifar/VariationsTest")))
                .contains("org/dlcourse/homework/cifar/Variations");
    }

    @Test
    void solutionThatAPageAsksForIsListed() throws IOException {
        assertThat(code.of(Set.of("org/dlcourse/homework/dogs/loop/TrainingLoopTest")))
                .contains("org/dlcourse/exercise/reference/MiniBatchDescent");
    }

    @Test
    void sourcesOfASubmissionsRunAreNotTheCourses() {
        assertThat(CourseSources.of(name -> name.equals("course.submission") ? "handed-in" : "src/main/java"))
                .satisfies(sources -> {
                    assertThat(sources.folders()).isEmpty();
                    assertThat(sources.missing()).contains("judged a submission");
                });
        assertThat(CourseSources.of(name -> name.equals("report.sources") ? "src/main/java" : null)
                        .folders())
                .containsExactly(Path.of("src/main/java"));
        assertThat(CourseSources.of(name -> null).missing()).contains("the property report.sources names no folder");
    }
}
