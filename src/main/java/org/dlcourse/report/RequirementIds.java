package org.dlcourse.report;

import java.util.Optional;
import org.junit.platform.commons.function.Try;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Which requirement a test proves. */
final class RequirementIds {
    private RequirementIds() {}

    /** The id that the test method names; nothing if it proves no requirement, or is no method. */
    static Optional<String> of(TestSource test) {
        return test instanceof MethodSource method
                ? AnnotationSupport.findAnnotation(method.getJavaMethod(), Requirement.class)
                        .map(Requirement::value)
                : Optional.empty();
    }

    /** The id that a method of this name in this class names. */
    static Optional<String> of(String testClass, String method) {
        Try<Class<?>> type = ReflectionSupport.tryToLoadClass(testClass);
        return type.toOptional().stream()
                .flatMap(found ->
                        AnnotationSupport.findAnnotatedMethods(
                                found, Requirement.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .filter(found -> found.getName().equals(method))
                .map(found -> AnnotationSupport.findAnnotation(found, Requirement.class)
                        .orElseThrow()
                        .value())
                .findFirst();
    }
}
