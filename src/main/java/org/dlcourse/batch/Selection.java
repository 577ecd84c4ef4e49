package org.dlcourse.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dlcourse.util.NearestNames;

/**
 * Which requirements are judged.
 *
 * @param wanted ids of requirements or handouts, in any case; empty for all
 */
record Selection(List<String> wanted) {
    /**
     * The tests that are wanted.
     *
     * @param tests by the requirement's id
     * @throws BatchException if an id is not known, or there is no test
     */
    Map<String, String> of(Map<String, String> tests) {
        if (tests.isEmpty()) {
            throw new BatchException("No test on the class path judges solutions of students. Expected tests with"
                    + " @Requirement that ask for Solutions; run mvn test-compile first.");
        }
        Map<String, String> selected = new LinkedHashMap<>();
        for (String id : wanted) {
            Map<String, String> some = new LinkedHashMap<>(tests);
            some.keySet().removeIf(test -> !isMeant(id, test));
            if (some.isEmpty()) {
                throw new BatchException("No requirement that can be judged is or begins with " + id + ". Nearest: "
                        + String.join(", ", NearestNames.of(id, List.copyOf(tests.keySet())))
                        + ". Known: " + String.join(", ", tests.keySet()) + ".");
            }
            selected.putAll(some);
        }
        return wanted.isEmpty() ? tests : selected;
    }

    private static boolean isMeant(String id, String requirement) {
        String asked = id.toUpperCase(Locale.ROOT);
        String name = requirement.toUpperCase(Locale.ROOT);
        return name.equals(asked) || name.startsWith(asked + "-");
    }
}
