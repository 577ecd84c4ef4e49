package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.grading.Solutions;
import org.junit.platform.commons.util.ReflectionUtils;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The requirements that have a test, whatever a run selects of them: those that JUnit finds in the folders of the class path, where
 * classes are named as Maven expects it of tests.
 */
final class TestedRequirements {
    /** The default of Maven's Surefire plugin, without nested classes, which are found through the class around them. */
    private static final String TEST_CLASS = "(.*\\.)?(Test[^.$]*|[^.$]*(Test|Tests|TestCase))";

    private TestedRequirements() {}

    /** The ids that tests in the class path's folders name. */
    static Set<String> ofClassPath() {
        return in(folders(TestedRequirements.class.getClassLoader()));
    }

    /**
     * The tests of the class path's folders, by whether they judge solutions of students, which are those that ask for {@link Solutions}.
     *
     * @return true for them, false for those whose answers only a person judges; by the requirement's id, each as
     *     {@code class#method(types)}
     */
    static Map<Boolean, Map<String, String>> byJudgingSolutions() {
        Map<Boolean, Map<String, String>> tests = Map.of(true, new TreeMap<>(), false, new TreeMap<>());
        sources(folders(TestedRequirements.class.getClassLoader()))
                .forEach(source -> RequirementIds.of(source).ifPresent(id -> {
                    Method test = ((MethodSource) source).getJavaMethod();
                    tests.get(RequirementExtension.judgesSolutions(test))
                            .put(id, ReflectionUtils.getFullyQualifiedMethodName(test.getDeclaringClass(), test));
                }));
        return tests;
    }

    /** The ids that tests in these folders name, in no particular order. */
    static Set<String> in(Set<Path> folders) {
        return sources(folders)
                .flatMap(source -> RequirementIds.of(source).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<TestSource> sources(Set<Path> folders) {
        // Without the filters, listeners and reports of the session that asks for this.
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        TestPlan plan = LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClasspathRoots(folders))
                        .filters(
                                ClassNameFilter.includeClassNamePatterns(TEST_CLASS),
                                EngineFilter.includeEngines("junit-jupiter"))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> test.getSource().stream());
    }

    private static Set<Path> folders(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources("")).stream()
                    .map(URL::toString)
                    .filter(url -> url.startsWith("file:"))
                    .map(url -> Path.of(URI.create(url)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("The folders of the class path cannot be listed.", e);
        }
    }
}
