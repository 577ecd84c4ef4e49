package org.dlcourse.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.report.KeptReport;
import org.dlcourse.report.KeptRequirement;

/**
 * What differs between two runs.
 *
 * @param first the earlier one, as a rule
 * @param second the later one
 */
record RunComparison(KeptReport first, KeptReport second) {
    /** In the report's environment each data set has a number, which others shift. */
    private static final String DATA = "data.";

    /** What is counted and not set or found. */
    private static final String OUTCOMES = "requirements";

    private static final String NONE = "none";

    /**
     * A fact of both runs.
     *
     * @param name in the report's environment
     * @param first its value in the first run; {@value #NONE} if it has none
     * @param second likewise
     */
    record Fact(String name, String first, String second) {
        boolean differs() {
            return !first.equals(second);
        }
    }

    /** A requirement that ran in both. */
    record Pair(KeptRequirement first, KeptRequirement second) {
        boolean differs(Function<KeptRequirement, String> part) {
            return !part.apply(first).equals(part.apply(second));
        }

        /** Whether the key number is another one, has another value, or another bound. */
        boolean hasAnotherNumber() {
            return differs(KeptRequirement::number)
                    || differs(KeptRequirement::measured)
                    || differs(KeptRequirement::bound);
        }
    }

    /** Where the runs come from, in the first report's order; what only one of them has counts as different. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        Stream.concat(first.environment().keySet().stream(), second.environment().keySet().stream())
                .distinct()
                .filter(name -> !name.equals(OUTCOMES) && !name.startsWith(DATA))
                .forEach(name -> facts.add(new Fact(
                        name,
                        first.environment().getOrDefault(name, NONE),
                        second.environment().getOrDefault(name, NONE))));
        Set<String> data = data(first);
        Set<String> others = data(second);
        facts.add(new Fact(
                "data sets",
                data.isEmpty() ? NONE : inWords(data, others),
                others.isEmpty() ? NONE : inWords(others, data)));
        return facts;
    }

    /** The requirements that ran in both, in the second report's order. */
    List<Pair> pairs() {
        return second.requirements().stream()
                .flatMap(requirement -> find(first, requirement.id()).stream().map(one -> new Pair(one, requirement)))
                .toList();
    }

    /** Those that ran in the first alone. */
    List<KeptRequirement> onlyInFirst() {
        return only(first, second);
    }

    /** Those that ran in the second alone. */
    List<KeptRequirement> onlyInSecond() {
        return only(second, first);
    }

    private static List<KeptRequirement> only(KeptReport one, KeptReport other) {
        return one.requirements().stream()
                .filter(requirement -> find(other, requirement.id()).isEmpty())
                .toList();
    }

    private static Optional<KeptRequirement> find(KeptReport report, String id) {
        return report.requirements().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst();
    }

    private static Set<String> data(KeptReport report) {
        return report.environment().entrySet().stream()
                .filter(fact -> fact.getKey().startsWith(DATA))
                .map(fact -> fact.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the other run does not have is named, the rest is counted. */
    private static String inWords(Set<String> data, Set<String> others) {
        List<String> own = data.stream().filter(one -> !others.contains(one)).toList();
        String common = (data.size() - own.size()) + " in both runs";
        return own.isEmpty() ? common : String.join("\n", own) + "\n" + common;
    }
}
