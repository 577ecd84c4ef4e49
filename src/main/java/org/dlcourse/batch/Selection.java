package org.dlcourse.batch;

import java.util.List;
import java.util.Locale;
import org.dlcourse.report.JudgedRequirements;
import org.dlcourse.util.NearestNames;

/**
 * Which requirements are judged.
 *
 * @param wanted ids of requirements or handouts, in any case; empty for all
 */
record Selection(List<String> wanted) {
    /**
     * The requirements that are wanted.
     *
     * @param all that there are
     * @throws BatchException if an id is not known, or there is no test
     */
    JudgedRequirements of(JudgedRequirements all) {
        if (all.byTest().isEmpty()) {
            throw new BatchException("No test on the class path judges solutions of students. Expected tests with"
                    + " @Requirement that ask for Solutions; run mvn test-compile first.");
        }
        for (String id : wanted) {
            if (all.ids().stream().noneMatch(one -> isMeant(id, one))) {
                throw new BatchException("No requirement that can be judged is or begins with " + id + ". Nearest: "
                        + String.join(", ", NearestNames.of(id, List.copyOf(all.ids())))
                        + ". Known: " + String.join(", ", all.ids()) + ".");
            }
        }
        return wanted.isEmpty() ? all : all.only(one -> wanted.stream().anyMatch(id -> isMeant(id, one)));
    }

    private static boolean isMeant(String id, String requirement) {
        String asked = id.toUpperCase(Locale.ROOT);
        String name = requirement.toUpperCase(Locale.ROOT);
        return name.equals(asked) || name.startsWith(asked + "-");
    }
}
