package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture of docs/architecture.md beside the list that {@link FloorsTest} enforces. */
class ArchitecturePageTest {
    private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\n(.*?)```");
    private static final Pattern ARROW = Pattern.compile("(?m)^  (\\w+) --> (\\w+)$");

    @Test
    void pictureHasTheArrowsOfTheListThatDoNotFollowFromOthers() throws IOException {
        Map<String, Set<String>> all = arrowsOfTopLevel();
        Set<String> expected = new TreeSet<>();
        all.forEach((from, used) -> used.stream()
                .filter(to ->
                        used.stream().noneMatch(other -> reachable(other, all).contains(to)))
                .forEach(to -> expected.add(from + " --> " + to)));

        assertThat(pictured()).isEqualTo(expected);
    }

    private static Set<String> pictured() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        String picture =
                PICTURE.matcher(page).results().findFirst().orElseThrow().group(1);
        return ARROW.matcher(picture)
                .results()
                .map((MatchResult arrow) -> arrow.group(1) + " --> " + arrow.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Packages within others count as those. */
    private static Map<String, Set<String>> arrowsOfTopLevel() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        FloorsTest.ARROWS.forEach((from, used) -> used.stream()
                .map(ArchitecturePageTest::topLevel)
                .filter(to -> !to.equals(topLevel(from)))
                .forEach(to -> arrows.computeIfAbsent(topLevel(from), name -> new TreeSet<>())
                        .add(to)));
        return arrows;
    }

    private static String topLevel(String floor) {
        return floor.split("\\.")[0];
    }

    /** What a package uses, directly or through others. */
    private static Set<String> reachable(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        for (String to : arrows.getOrDefault(from, Set.of())) {
            reached.add(to);
            reached.addAll(reachable(to, arrows));
        }
        return reached;
    }
}
