package org.dlcourse.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dlcourse.util.NearestNames;

/**
 * Every requirement that is known, in the order of the handouts.
 *
 * <p>It is merged from all files {@code META-INF/dl-course/*.yaml} on the class path. One file is one course:
 *
 * <pre>{@code
 * title: Shapes
 * handouts:
 *   - id: SHAPES
 *     title: "1 · Shapes"
 *     parts:
 *       - title: "Part 1: By hand"
 *         requirements:
 *           - id: SHAPES-1.1
 *             title: Max pooling from loops
 *             asks: Reduce an image to the largest value of each square of pixels, the squares side by side.
 * }</pre>
 *
 * <p>A handout that students hand in has {@code points: 100}. A requirement may have its own ({@code points: 4}); those without share
 * what is left equally. Where a part of a requirement earns points of its own, {@code criteria} lists them, each with its {@code name}
 * and its {@code share} of the points; the shares add up to 1. One with {@code needs: [NAME]} earns nothing unless those before it that
 * it names are right.
 *
 * @param courses one per file
 */
public record RequirementCatalogue(List<Course> courses) {
    /**
     * A course: what one file holds.
     *
     * @param file where it is
     * @param title as the report's title shows it
     * @param handouts in their order
     */
    public record Course(String file, String title, List<Handout> handouts) {}

    /**
     * One handout.
     *
     * @param id with a hyphen, the prefix of its requirements' ids, such as {@code ANN}
     * @param title as the report's tree shows it
     * @param parts in the handout's order
     */
    public record Handout(String id, String title, List<Part> parts) {}

    /**
     * One part of a handout.
     *
     * @param title as the report's tree shows it
     * @param requirements in the handout's order
     */
    public record Part(String title, List<Entry> requirements) {}

    /**
     * One requirement.
     *
     * @param id such as {@code ANN-3.1}
     * @param title what it is about
     * @param question number of the handout's question, such as {@code 3.2}, which stands before each answer; empty if it has none
     * @param asks what is to be done
     * @param shows what the test must find
     * @param fullScale what runs at full scale have found so far, and what is published; empty if nothing is
     * @param points that a solution earns which meets it; 0 in a handout without points
     * @param criteria what earns the points, each with its share; empty if a solution earns all or none
     */
    public record Entry(
            String id,
            String title,
            String question,
            String asks,
            String shows,
            String fullScale,
            double points,
            List<Criterion> criteria) {}

    /**
     * A part of a requirement that earns points of its own.
     *
     * @param name as the test gives it to {@link Evidence#criterion}
     * @param share of the requirement's points, from 0 to 1; the shares of a requirement add up to 1
     * @param needs names of criteria that stand before it: it earns nothing unless each of them is right
     */
    public record Criterion(String name, double share, List<String> needs) {
        /** Keeps a copy of the list. */
        public Criterion {
            needs = List.copyOf(needs);
        }

        /** One that needs no other. */
        public Criterion(String name, double share) {
            this(name, share, List.of());
        }
    }

    /** A requirement with the handout and the part it belongs to. */
    public record Place(Handout handout, Part part, Entry entry) {}

    /**
     * Reads all catalogues on the class path.
     *
     * @throws CatalogueException if one of them is not valid, or two define one id
     */
    public static RequirementCatalogue ofClassPath() {
        return of(CatalogueFiles.of(RequirementCatalogue.class.getClassLoader()));
    }

    /**
     * Reads these files.
     *
     * @param files their content by name
     * @throws CatalogueException if one of them is not valid, or two define one id
     */
    static RequirementCatalogue of(Map<String, String> files) {
        CatalogueReader reader = new CatalogueReader();
        return new RequirementCatalogue(files.entrySet().stream()
                .map(file -> reader.read(file.getKey(), file.getValue()))
                .toList());
    }

    /**
     * The courses that have a test. Others are on the class path for another reason, such as their exercises.
     *
     * @param tested ids of requirements that have a test
     */
    public RequirementCatalogue testedBy(Collection<String> tested) {
        return new RequirementCatalogue(courses.stream()
                .filter(course -> new RequirementCatalogue(List.of(course))
                        .places().stream()
                                .anyMatch(place -> tested.contains(place.entry().id())))
                .toList());
    }

    /** The courses' titles, as the report's title shows them. */
    public String title() {
        return courses.isEmpty()
                ? "No course"
                : courses.stream().map(Course::title).collect(Collectors.joining(" · "));
    }

    /** All handouts, in the courses' order. */
    public List<Handout> handouts() {
        return courses.stream().flatMap(course -> course.handouts().stream()).toList();
    }

    /** All requirements, in the handouts' order. */
    public List<Place> places() {
        return handouts().stream()
                .flatMap(handout -> handout.parts().stream()
                        .flatMap(part -> part.requirements().stream().map(entry -> new Place(handout, part, entry))))
                .toList();
    }

    /** That none of the courses has a test, as a sentence with a blank behind it. */
    String untested() {
        return courses.isEmpty()
                ? "There is no catalogue " + CatalogueFiles.FOLDER + "/*.yaml on the class path. "
                : "No test proves a requirement of " + files() + ". ";
    }

    private String files() {
        return courses.stream().map(Course::file).collect(Collectors.joining(", "));
    }

    /**
     * Makes sure that tests name requirements that there are.
     *
     * @param ids that tests name
     * @throws CatalogueException if one of them is in no catalogue
     */
    void requireKnown(Collection<String> ids) {
        ids.stream().filter(id -> find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new CatalogueException("A test has @Requirement(\"" + id + "\"), which " + missing(id));
        });
    }

    /** Why there is no requirement with an id, as the end of a sentence. */
    String missing(String id) {
        List<String> ids = places().stream().map(place -> place.entry().id()).toList();
        return ids.isEmpty()
                ? "cannot be known: there is no catalogue " + CatalogueFiles.FOLDER + "/*.yaml on the class path."
                : "no catalogue has. Nearest: " + String.join(", ", NearestNames.of(id, ids)) + ". Catalogues: "
                        + files() + ".";
    }

    /** The requirement with this id, if there is one. */
    public Optional<Place> find(String id) {
        return places().stream().filter(place -> place.entry().id().equals(id)).findFirst();
    }
}
