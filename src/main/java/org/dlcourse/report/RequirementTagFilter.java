package org.dlcourse.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.settings.SettingsException;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Selects tests by the properties {@code groups} and {@code excludedGroups}, JUnit tag expressions in which a requirement's id
 * and its handout's count as tags of its test ({@link TagSelection}).
 *
 * <p>JUnit's own tags are fixed texts, so an annotation with a value cannot carry them; Surefire's own filters are switched
 * off in the build in favour of this one.
 */
public final class RequirementTagFilter implements PostDiscoveryFilter {
    /** The properties that Maven users know. */
    private static final String INCLUDED = "groups";

    private static final String EXCLUDED = "excludedGroups";

    private final TagSelection included;
    private final TagSelection excluded;
    /** Both null until first asked for: JUnit makes this object where an error would not be shown as it is. */
    private List<PostDiscoveryFilter> filters;

    private TagNames names;

    /** Found by JUnit as a service. */
    public RequirementTagFilter() {
        this(TagSelection.ofProcess(INCLUDED), TagSelection.ofProcess(EXCLUDED));
    }

    RequirementTagFilter(TagSelection included, TagSelection excluded) {
        this.included = included;
        this.excluded = excluded;
    }

    /** The filter by these expressions, either of which may be empty. */
    static RequirementTagFilter of(String included, String excluded) {
        return new RequirementTagFilter(new TagSelection(INCLUDED, included), new TagSelection(EXCLUDED, excluded));
    }

    /** What was asked for, as it can be given again; empty if everything was. */
    Optional<String> selection() {
        return Optional.of(Stream.of(included, excluded)
                        .filter(selection -> !selection.isEmpty())
                        .map(TagSelection::toString)
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }

    /**
     * Makes sure that the expressions are such.
     *
     * @throws SettingsException if one is none, or names what is not known
     */
    void check() {
        filters();
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        if (filters().isEmpty()) {
            return FilterResult.included("no groups named");
        }
        TestDescriptor tagged = tagged(test);
        return filters().stream()
                .map(filter -> filter.apply(tagged))
                .filter(FilterResult::excluded)
                .findFirst()
                .orElseGet(() -> FilterResult.included("among the groups named"));
    }

    private synchronized List<PostDiscoveryFilter> filters() {
        if (filters == null) {
            names = new TagNames(RequirementCatalogue.ofClassPath());
            filters = isForEverything() ? List.of() : parsed();
        }
        return filters;
    }

    private boolean isForEverything() {
        return included.isEmpty() && excluded.isEmpty();
    }

    private List<PostDiscoveryFilter> parsed() {
        List<PostDiscoveryFilter> some = new ArrayList<>();
        if (!included.isEmpty()) {
            some.add(included.including(names));
        }
        if (!excluded.isEmpty()) {
            some.add(excluded.excluding(names));
        }
        return some;
    }

    /** The test with its requirement's tags. */
    private TestDescriptor tagged(TestDescriptor test) {
        Optional<String> requirement = test.getSource().flatMap(RequirementIds::of);
        if (requirement.isEmpty()) {
            return test;
        }
        Set<TestTag> tags = new LinkedHashSet<>(test.getTags());
        names.of(requirement.get()).stream().map(TestTag::create).forEach(tags::add);
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
}
