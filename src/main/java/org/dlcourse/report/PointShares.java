package org.dlcourse.report;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.report.RequirementCatalogue.Criterion;

/**
 * The points of a handout's requirements: those that are stated, and an equal share of the rest for each of the others.
 *
 * @param share of a requirement without points of its own; 0 in a handout without points
 */
record PointShares(double share) {
    /** Rounding errors of some ten sums of numbers that are written with two decimals. */
    private static final double ROUNDING = 1e-9;

    private static final String POINTS = "points";
    private static final String CRITERIA = "criteria";
    private static final String NEEDS = "needs";

    /**
     * The shares of a handout.
     *
     * @throws CatalogueException if its points and those of its requirements do not add up
     */
    static PointShares of(YamlNode handout) {
        List<YamlNode> requirements = handout.list("parts").stream()
                .flatMap(part -> part.list("requirements").stream())
                .toList();
        List<YamlNode> stated =
                requirements.stream().filter(one -> one.has(POINTS)).toList();
        if (!handout.has(POINTS)) {
            stated.stream().findFirst().ifPresent(one -> {
                throw one.text(POINTS)
                        .problem("a requirement has points and its handout has none", "points of the handout as well");
            });
            return new PointShares(0);
        }
        double total = handout.number(POINTS);
        double sum = stated.stream().mapToDouble(one -> one.number(POINTS)).sum();
        int others = requirements.size() - stated.size();
        if (others == 0 ? Math.abs(total - sum) > ROUNDING : sum >= total) {
            throw handout.text(POINTS)
                    .problem(
                            "the handout has " + total + " points and its requirements " + sum,
                            others == 0
                                    ? "the same number"
                                    : "fewer, since " + others + " requirements share the rest");
        }
        return new PointShares(others == 0 ? 0 : (total - sum) / others);
    }

    /** The points of a requirement. */
    double pointsOf(YamlNode requirement) {
        return requirement.has(POINTS) ? requirement.number(POINTS) : share;
    }

    /**
     * The criteria of a requirement.
     *
     * @throws CatalogueException if their shares do not add up to 1, two have one name, or one needs another that does not stand before it
     */
    static List<Criterion> criteria(YamlNode requirement) {
        if (!requirement.has(CRITERIA)) {
            return List.of();
        }
        List<Criterion> criteria = new ArrayList<>();
        for (YamlNode one : requirement.list(CRITERIA)) {
            criteria.add(criterion(
                    one.withKeys(List.of("name", "share", NEEDS)),
                    criteria.stream().map(Criterion::name).toList()));
        }
        double sum = criteria.stream().mapToDouble(Criterion::share).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            throw requirement.list(CRITERIA).get(0).problem("the shares of the criteria add up to " + sum, "1");
        }
        if (criteria.stream().map(Criterion::name).distinct().count() < criteria.size()) {
            throw requirement.list(CRITERIA).get(0).problem("two criteria have one name", "a name for each");
        }
        return List.copyOf(criteria);
    }

    private static Criterion criterion(YamlNode one, List<String> before) {
        List<YamlNode> needs = one.has(NEEDS) ? one.list(NEEDS) : List.of();
        for (YamlNode need : needs) {
            if (!before.contains(need.text())) {
                throw need.problem(
                        "the criterion needs \"" + need.text() + "\", which is no criterion that stands before it",
                        before.isEmpty() ? "none, as it is the first" : "some of: " + String.join(", ", before));
            }
        }
        return new Criterion(
                one.text("name").text(),
                one.number("share"),
                needs.stream().map(YamlNode::text).toList());
    }
}
