package org.dlcourse.report;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.util.NearestNames;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** What tests can be selected by: handouts, requirements, and JUnit's own tags of the tests on the class path. */
final class TagNames {
    private final RequirementCatalogue catalogue;
    private final Set<String> handouts;
    private final Set<String> requirements;
    /** Null until a name is no id: every class of the tests has to be looked at. */
    private Set<String> junitTags;

    TagNames(RequirementCatalogue catalogue) {
        this.catalogue = catalogue;
        handouts = ordered(catalogue.handouts().stream().map(Handout::id));
        requirements =
                ordered(catalogue.places().stream().map(place -> place.entry().id()));
    }

    /** Ids of the handouts, such as {@code ANN}. */
    Set<String> handouts() {
        return handouts;
    }

    /** The names of a requirement's test: its id and its handout's; none if no catalogue has it. */
    Set<String> of(String requirement) {
        return catalogue
                .find(requirement)
                .map(place -> Set.of(place.handout().id(), place.entry().id()))
                .orElse(Set.of());
    }

    /** The name as its test has it: ids in whatever case they are given, other tags exactly. */
    Optional<String> find(String name) {
        return Stream.concat(handouts.stream(), requirements.stream())
                .filter(id -> id.equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Optional.of(name).filter(tag -> junitTags().contains(tag)));
    }

    /** All names that differ least from one that is not known. */
    List<String> nearest(String name) {
        Set<String> names = new LinkedHashSet<>(handouts);
        names.addAll(requirements);
        names.addAll(junitTags());
        return NearestNames.of(name, names);
    }

    private Set<String> junitTags() {
        if (junitTags == null) {
            junitTags = ordered(ReflectionSupport.findAllClassesInPackage("", type -> true, name -> true).stream()
                    .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods())))
                    .map(element -> AnnotationSupport.findRepeatableAnnotations(element, Tag.class))
                    .flatMap(Collection::stream)
                    .map(tag -> tag.value().strip())
                    .sorted());
        }
        return junitTags;
    }

    private static Set<String> ordered(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
