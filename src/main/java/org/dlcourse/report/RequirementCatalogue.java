package org.dlcourse.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Every requirement of the handouts, in their order.
 *
 * @param homeworks one a handout
 */
public record RequirementCatalogue(List<Homework> homeworks) {
    private static final String RESOURCE = "/requirements.yaml";

    /**
     * One handout.
     *
     * @param id prefix of its requirements' ids, such as {@code ANN}
     * @param title as the report's tree shows it
     * @param parts in the handout's order
     */
    public record Homework(String id, String title, List<Part> parts) {}

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
     * @param asks what is to be done
     * @param shows what the test must find
     */
    public record Entry(String id, String title, String asks, String shows) {}

    /** A requirement with the homework and the part it belongs to. */
    public record Place(Homework homework, Part part, Entry entry) {}

    /** Reads the catalogue that belongs to this project. */
    public static RequirementCatalogue load() {
        try (InputStream in = RequirementCatalogue.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, RequirementCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue " + RESOURCE + " of this project cannot be read.", e);
        }
    }

    /** All requirements, in the handouts' order. */
    public List<Place> places() {
        return homeworks.stream()
                .flatMap(homework -> homework.parts().stream()
                        .flatMap(part -> part.requirements().stream().map(entry -> new Place(homework, part, entry))))
                .toList();
    }

    /** The requirement with this id, if there is one. */
    public Optional<Place> find(String id) {
        return places().stream().filter(place -> place.entry().id().equals(id)).findFirst();
    }
}
