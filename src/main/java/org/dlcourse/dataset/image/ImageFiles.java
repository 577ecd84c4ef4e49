package org.dlcourse.dataset.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.file.FolderListing;

/**
 * Finds image files by the names that a table gives them: with the folder in front or without it, as {@link FolderListing} compares
 * names, and also where the folder lies once more in itself. A name never leads out of the folder.
 */
public final class ImageFiles {
    private final List<Path> roots;
    private final String folderName;
    private final String parentName;
    private final Map<Path, FolderListing> listings = new HashMap<>();

    /** Finds images below this folder. */
    public ImageFiles(Path folder) {
        folderName = String.valueOf(folder.getFileName());
        parentName = String.valueOf(folder.toAbsolutePath().getParent().getFileName());
        roots = Stream.concat(Stream.of(folder), listing(folder).find(folderName).filter(Files::isDirectory).stream())
                .toList();
    }

    /** Whether the name is one of a file below the folder: relative and without {@code ..}. */
    public static boolean isBelow(String name) {
        return !name.matches("([/\\\\~]|\\w+:).*")
                && !segments(name).contains("..")
                && !segments(name).isEmpty();
    }

    /** The file of this name. */
    public Optional<Path> find(String name) {
        List<String> segments = withoutFolder(segments(name));
        return roots.stream().flatMap(root -> find(root, segments).stream()).findFirst();
    }

    private Optional<Path> find(Path root, List<String> segments) {
        Path path = root;
        for (String segment : segments) {
            if (!Files.isDirectory(path)) {
                return Optional.empty();
            }
            Optional<Path> next = listing(path).find(segment);
            if (next.isEmpty()) {
                return next;
            }
            path = next.get();
        }
        return Optional.of(path);
    }

    private FolderListing listing(Path folder) {
        return listings.computeIfAbsent(folder, FolderListing::of);
    }

    private static List<String> segments(String name) {
        return Arrays.stream(name.replace('\\', '/').split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .toList();
    }

    /** The rest of a name that begins with the folder, whatever is before it, or with the folder around it. */
    private List<String> withoutFolder(List<String> segments) {
        for (int i = segments.size() - 2; i >= 0; i--) {
            if (segments.get(i).equalsIgnoreCase(folderName)) {
                return segments.subList(i + 1, segments.size());
            }
        }
        boolean startsAbove = segments.size() > 1 && segments.get(0).equalsIgnoreCase(parentName);
        return startsAbove ? segments.subList(1, segments.size()) : segments;
    }
}
