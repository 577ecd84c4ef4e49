package org.dlcourse.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lies in a folder, found by name in any letter case; what operating systems leave there is not seen.
 *
 * @param folder which
 * @param names of its entries, sorted; none if there is no such folder
 */
record FolderListing(Path folder, List<String> names) {
    private static final Set<String> LEFT_BY_SYSTEMS = Set.of("thumbs.db", "desktop.ini", "__macosx");
    /** So many names are enough for a message. */
    private static final int SHOWN = 20;

    /**
     * Lists a folder.
     *
     * @throws DataException if it may not be read
     */
    static FolderListing of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new FolderListing(folder, List.of());
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return new FolderListing(
                    folder,
                    entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !isForeign(name))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new DataException(
                    "The folder " + folder.toAbsolutePath() + " cannot be listed: " + e
                            + ". Make it readable for whoever runs this.",
                    e);
        }
    }

    /** Whether an entry is hidden, or of a kind that systems make of their own accord: no part of any data set. */
    static boolean isForeign(String name) {
        return name.startsWith(".") || LEFT_BY_SYSTEMS.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The entry of this name, or else the one whose name differs in letter case alone.
     *
     * @throws DataException if there are several of those
     */
    Optional<Path> entry(String name) {
        if (names.contains(name)) {
            return Optional.of(folder.resolve(name));
        }
        List<String> similar =
                names.stream().filter(other -> other.equalsIgnoreCase(name)).toList();
        if (similar.size() > 1) {
            throw new DataException("The folder " + folder.toAbsolutePath() + " holds " + similar + ", and " + name
                    + " was looked for. Leave one of them there.");
        }
        return similar.stream().findFirst().map(folder::resolve);
    }

    /** The folder and the one of its own name in it, which unpacking an archive into such a folder makes. */
    static List<Path> withNested(Path folder) {
        return Stream.concat(
                        Stream.of(folder),
                        of(folder).entry(folder.getFileName().toString()).filter(Files::isDirectory).stream())
                .toList();
    }

    /** The names, for a message; not all if there are very many. */
    @Override
    public String toString() {
        if (!Files.isDirectory(folder)) {
            return "no such folder";
        }
        String more = names.size() > SHOWN ? ", and " + (names.size() - SHOWN) + " more" : "";
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ", "[", more + "]"));
    }
}
