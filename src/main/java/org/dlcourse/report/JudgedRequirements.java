package org.dlcourse.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The requirements that submissions are judged by, in the catalogue's order.
 *
 * @param byTest those that tests judge, each with its test as {@code class#method(types)}
 * @param byPerson those whose answers a person judges, each with the test whose page shows the answer
 */
public record JudgedRequirements(Map<String, String> byTest, Map<String, String> byPerson) {
    /** The same in the catalogue's order. */
    static JudgedRequirements of(
            Map<String, String> byTest, Map<String, String> byPerson, RequirementCatalogue catalogue) {
        catalogue.requireKnown(byTest.keySet());
        catalogue.requireKnown(byPerson.keySet());
        List<String> order =
                catalogue.places().stream().map(place -> place.entry().id()).toList();
        return new JudgedRequirements(ordered(byTest, order), ordered(byPerson, order));
    }

    private static Map<String, String> ordered(Map<String, String> tests, List<String> order) {
        Map<String, String> ordered = new LinkedHashMap<>();
        order.stream().filter(tests::containsKey).forEach(id -> ordered.put(id, tests.get(id)));
        return ordered;
    }

    /** All ids, those that tests judge first. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(byTest.keySet());
        ids.addAll(byPerson.keySet());
        return ids;
    }

    /** Those whose ids are wanted. */
    public JudgedRequirements only(Predicate<String> wanted) {
        return new JudgedRequirements(filtered(byTest, wanted), filtered(byPerson, wanted));
    }

    private static Map<String, String> filtered(Map<String, String> tests, Predicate<String> wanted) {
        Map<String, String> some = new LinkedHashMap<>(tests);
        some.keySet().removeIf(wanted.negate());
        return some;
    }
}
