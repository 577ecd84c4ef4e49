package org.dlcourse.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.settings.SettingsException;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;

/**
 * Selects tests by the property {@code groups}, a JUnit tag expression, in which a requirement's id and its handout's
 * count as tags of its test.
 *
 * <p>JUnit's own tags are fixed texts, so an annotation with a value cannot carry them; Surefire's own filter is switched
 * off in the build in favour of this one.
 */
public final class RequirementTagFilter implements PostDiscoveryFilter {
    /** The property that Maven users know. */
    static final String PROPERTY = "groups";

    private final String expression;

    /** Found by JUnit as a service. */
    public RequirementTagFilter() {
        this(System.getProperty(PROPERTY, ""));
    }

    RequirementTagFilter(String expression) {
        this.expression = expression;
    }

    /** What was asked for, or empty for everything. */
    Optional<String> expression() {
        return Optional.of(expression).filter(text -> !text.isBlank());
    }

    /**
     * The filter by tags, empty for everything.
     *
     * @throws SettingsException if the expression is none
     */
    Optional<PostDiscoveryFilter> tags() {
        try {
            return expression().map(TagFilter::includeTags);
        } catch (JUnitException e) {
            throw new SettingsException(
                    "The property " + PROPERTY + " is \"" + expression + "\", which is no tag expression ("
                            + e.getMessage()
                            + "). Expected ids of requirements or handouts, joined by & | ! and parentheses, such as"
                            + " ANN-3.1 or 'ANN & !ANN-3.1'.");
        }
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return tags().map(filter -> filter.apply(tagged(test)))
                .orElseGet(() -> FilterResult.included("no groups named"));
    }

    /** The test with its requirement's tags. */
    private static TestDescriptor tagged(TestDescriptor test) {
        Optional<Requirement> requirement = test.getSource().flatMap(RequirementTagFilter::requirement);
        if (requirement.isEmpty()) {
            return test;
        }
        String id = requirement.get().value();
        Set<TestTag> tags = new LinkedHashSet<>(test.getTags());
        tags.add(TestTag.create(id));
        tags.add(TestTag.create(id.substring(0, id.indexOf('-'))));
        return (TestDescriptor) Proxy.newProxyInstance(
                TestDescriptor.class.getClassLoader(), new Class<?>[] {TestDescriptor.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getTags")) {
                        return tags;
                    }
                    try {
                        return method.invoke(test, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Optional<Requirement> requirement(TestSource source) {
        return source instanceof MethodSource method
                ? AnnotationSupport.findAnnotation(method.getJavaMethod(), Requirement.class)
                : Optional.empty();
    }
}
