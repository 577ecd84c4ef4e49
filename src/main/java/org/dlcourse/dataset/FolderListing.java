package org.dlcourse.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names in a folder, found also where they are written in another Unicode normal form or in another letter case: copying files
 * between systems changes both.
 */
final class FolderListing {
    private static final Set<String> LEFT_BY_SYSTEMS = Set.of("__macosx", "thumbs.db", "desktop.ini");
    private static final int MOST_SHOWN = 10;

    /** What stands for bytes that are no letters of the locale's encoding. */
    private static final String REPLACEMENT = "\ufffd";

    private static final UnaryOperator<String> COMPOSED = name -> Normalizer.normalize(name, Normalizer.Form.NFC);
    /** From the strictest to the most lenient. */
    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            UnaryOperator.identity(), COMPOSED, name -> COMPOSED.apply(name).toLowerCase(Locale.ROOT));

    private final Path folder;
    private final List<String> names;
    private final List<Map<String, List<String>>> bySpelling;

    /** The listing of a folder that has these names. */
    FolderListing(Path folder, Collection<String> names) {
        this.folder = folder;
        this.names = names.stream().sorted().toList();
        bySpelling = SPELLINGS.stream()
                .map(spelling -> this.names.stream().collect(Collectors.groupingBy(spelling)))
                .toList();
    }

    /**
     * The names in this folder.
     *
     * @throws DataException if there is no such folder, or it may not be read
     */
    static FolderListing of(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return new FolderListing(
                    folder, entries.map(entry -> entry.getFileName().toString()).toList());
        } catch (IOException e) {
            throw DataException.unreadable("The folder", folder, e);
        }
    }

    /** The names without hidden ones and those that systems leave in a folder, sorted. */
    List<String> visible() {
        return names.stream()
                .filter(name -> !name.startsWith(".") && !LEFT_BY_SYSTEMS.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The first visible names. */
    @Override
    public String toString() {
        List<String> visible = visible();
        return visible.size() <= MOST_SHOWN
                ? visible.toString()
                : visible.subList(0, MOST_SHOWN) + " and " + (visible.size() - MOST_SHOWN) + " more";
    }

    /** Whether names have letters that Java cannot read in the locale it runs in. */
    boolean hasUnreadableNames() {
        return names.stream().anyMatch(name -> name.contains(REPLACEMENT));
    }

    /**
     * The entry of this name: as it is written, else in another normal form, else in another letter case.
     *
     * @throws DataException if several entries are written in another way
     */
    Optional<Path> find(String name) {
        for (int i = 0; i < SPELLINGS.size(); i++) {
            List<String> found = bySpelling.get(i).getOrDefault(SPELLINGS.get(i).apply(name), List.of());
            if (found.size() > 1) {
                throw new DataException(
                        "The folder " + folder.toAbsolutePath() + " has " + found + " where " + name
                                + " is looked for; expected one of them. Take the others away, or write the name as it is there.");
            }
            if (found.size() == 1) {
                return Optional.of(folder.resolve(found.get(0)));
            }
        }
        return Optional.empty();
    }
}
