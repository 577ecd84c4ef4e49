package org.dlcourse.dataset.file;

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
import org.dlcourse.dataset.DataException;

/**
 * The names in a folder, found also where they are written in another Unicode normal form or in another letter case: copying files
 * between systems changes both. What operating systems leave there is not seen.
 */
public final class FolderListing {
    private static final Set<String> LEFT_BY_SYSTEMS = Set.of("__macosx", "thumbs.db", "desktop.ini");
    private static final int MOST_SHOWN = 20;

    /** What stands for bytes that are no letters of the locale's encoding. */
    private static final String REPLACEMENT = "\ufffd";

    private static final UnaryOperator<String> COMPOSED = name -> Normalizer.normalize(name, Normalizer.Form.NFC);
    /** From the strictest to the most lenient. */
    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            UnaryOperator.identity(), COMPOSED, name -> COMPOSED.apply(name).toLowerCase(Locale.ROOT));

    private final Path folder;
    private final List<String> names;
    private final List<Map<String, List<String>>> bySpelling;

    /** The listing of a folder that has entries of these names. */
    public FolderListing(Path folder, Collection<String> entries) {
        this.folder = folder;
        names = entries.stream().filter(name -> !isForeign(name)).sorted().toList();
        bySpelling = SPELLINGS.stream()
                .map(spelling -> names.stream().collect(Collectors.groupingBy(spelling)))
                .toList();
    }

    /**
     * The names in this folder; none if there is no such folder.
     *
     * @throws DataException if it may not be read
     */
    public static FolderListing of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new FolderListing(folder, List.of());
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return new FolderListing(
                    folder, entries.map(entry -> entry.getFileName().toString()).toList());
        } catch (IOException e) {
            throw DataException.unreadable("The folder", folder, e);
        }
    }

    /** Whether an entry is hidden, or of a kind that systems make of their own accord: no part of any data set. */
    public static boolean isForeign(String name) {
        return name.startsWith(".") || LEFT_BY_SYSTEMS.contains(name.toLowerCase(Locale.ROOT));
    }

    public Path folder() {
        return folder;
    }

    /** The names, sorted. */
    public List<String> names() {
        return names;
    }

    /** Whether names have letters that Java cannot read in the locale it runs in. */
    public boolean hasUnreadableNames() {
        return names.stream().anyMatch(name -> name.contains(REPLACEMENT));
    }

    /**
     * The entry of this name: as it is written, else in another normal form, else in another letter case.
     *
     * @throws DataException if several entries are written in another way
     */
    public Optional<Path> find(String name) {
        for (int i = 0; i < SPELLINGS.size(); i++) {
            List<String> found = bySpelling.get(i).getOrDefault(SPELLINGS.get(i).apply(name), List.of());
            if (found.size() > 1) {
                throw new DataException("The folder " + folder.toAbsolutePath() + " holds " + found + ", and " + name
                        + " was looked for; expected one of them. Move the others elsewhere.");
            }
            if (found.size() == 1) {
                return Optional.of(folder.resolve(found.get(0)));
            }
        }
        return Optional.empty();
    }

    /** The folder and the one of its own name in it, which unpacking an archive into such a folder makes. */
    public static List<Path> withNested(Path folder) {
        return Stream.concat(
                        Stream.of(folder),
                        of(folder).find(folder.getFileName().toString()).filter(Files::isDirectory).stream())
                .toList();
    }

    /** The names, for a message; not all if there are very many. */
    @Override
    public String toString() {
        if (!Files.isDirectory(folder)) {
            return "no such folder";
        }
        String more = names.size() > MOST_SHOWN ? ", and " + (names.size() - MOST_SHOWN) + " more" : "";
        return names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ", "[", more + "]"));
    }
}
