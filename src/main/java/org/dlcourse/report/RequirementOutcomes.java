package org.dlcourse.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Place;

/** The outcome of every requirement of the catalogue in a test session, by the session's journal. */
final class RequirementOutcomes {
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private boolean ended;

    private RequirementOutcomes() {}

    /** The outcomes by the lines of a {@link SessionJournal}. */
    static RequirementOutcomes of(List<String> journal) {
        RequirementOutcomes outcomes = new RequirementOutcomes();
        journal.forEach(outcomes::read);
        return outcomes;
    }

    private void read(String line) {
        if (line.equals(SessionJournal.END)) {
            ended = true;
            return;
        }
        String id = line.substring(0, line.lastIndexOf(' '));
        String event = line.substring(line.lastIndexOf(' ') + 1);
        outcomes.put(
                id,
                switch (event) {
                    case SessionJournal.TESTED -> Outcome.NOT_SELECTED;
                    case SessionJournal.SELECTED -> Outcome.NOT_REACHED;
                    case SessionJournal.STARTED -> Outcome.DID_NOT_FINISH;
                    default -> Outcome.valueOf(event);
                });
    }

    /** Whether the session came to its end, and its process did not die before. */
    boolean sessionEnded() {
        return ended;
    }

    /** The ids of all requirements that have a test. */
    Set<String> tested() {
        return outcomes.keySet();
    }

    /** The outcome of each requirement, in the catalogue's order. */
    Map<Place, Outcome> of(RequirementCatalogue catalogue) {
        Map<Place, Outcome> all = new LinkedHashMap<>();
        for (Place place : catalogue.places()) {
            all.put(place, outcomes.getOrDefault(place.entry().id(), Outcome.NOT_COVERED));
        }
        return all;
    }

    /** The counts in words, such as {@code 2 passed, 48 not covered yet, of 50}. */
    static String summary(Collection<Outcome> outcomes) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome == Outcome.PASSED || counts.containsKey(outcome))
                .map(outcome -> counts.getOrDefault(outcome, 0) + " " + outcome)
                .collect(Collectors.joining(", ", "", ", of " + outcomes.size()));
    }
}
