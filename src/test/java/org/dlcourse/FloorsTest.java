package org.dlcourse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** The house: a floor uses only the floors below it. */
@AnalyzeClasses(packages = "org.dlcourse", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    /** Ground first. */
    private static final List<String> FLOORS = List.of(
            "settings",
            "backend",
            "dataset",
            "exercise",
            "model",
            "inference",
            "training",
            "experiment",
            "figure",
            "report",
            "homework");

    @ArchTest
    static final ArchRule FLOORS_USE_ONLY_FLOORS_BELOW = floors();

    @ArchTest
    static final ArchRule EVERY_CLASS_HAS_ITS_FLOOR = classes()
            .should()
            .resideInAnyPackage(
                    FLOORS.stream().map(floor -> "org.dlcourse." + floor + "..").toArray(String[]::new));

    @ArchTest
    static final ArchRule SOLUTIONS_USE_NO_CONVOLUTION_OF_A_LIBRARY = noClasses()
            .that()
            .resideInAPackage("org.dlcourse.exercise..")
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

    private static LayeredArchitecture floors() {
        LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String floor : FLOORS) {
            house = house.layer(floor).definedBy("org.dlcourse." + floor + "..");
        }
        for (int i = 0; i < FLOORS.size(); i++) {
            String[] above = FLOORS.subList(i + 1, FLOORS.size()).toArray(String[]::new);
            house = above.length == 0
                    ? house.whereLayer(FLOORS.get(i)).mayNotBeAccessedByAnyLayer()
                    : house.whereLayer(FLOORS.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        return house;
    }
}
