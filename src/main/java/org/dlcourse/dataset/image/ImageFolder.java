package org.dlcourse.dataset.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageCollection;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.FolderListing;

/**
 * A data set that has a folder of PNG and JPEG images for each class, and the folder's name is the class's.
 *
 * <p>Hidden files and what systems leave behind are ignored, and so are files beside the class folders that are no images, such as a
 * licence. Within a class folder every file must be an image.
 *
 * @param name of the data set, such as {@code Shapes}
 * @param folder the one that holds the class folders
 */
public record ImageFolder(String name, Path folder) {
    private static final int FEWEST_CLASSES = 2;
    private static final int FEWEST_IMAGES = 2;
    private static final String EXPECTED = "; expected a folder for each class, with the images of the class in it.";

    /**
     * Reads all images. Classes, and the images of a class, are in the order of their names, by code units and in Unicode's composed
     * form: the same in every locale and on every system.
     *
     * @return gray images [images, 1, height, width] if all files are gray, else colour ones [images, 3, height, width]
     * @throws DataException if the folder has no such layout, a class has fewer than two images, or a file is damaged, no image, of
     *     another size or a link out of the folder
     */
    public ImageCollection read() {
        List<Path> classes = classFolders();
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            for (Path file : images(classes.get(label))) {
                files.add(file);
                labels.add(label);
            }
        }
        int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
        return new ImageCollection(
                name,
                ImageDataset.Origin.REAL,
                classes.stream().map(ImageFolder::composedName).toList(),
                new ImageStack(name, files, numbers).read());
    }

    private List<Path> classFolders() {
        if (!Files.isDirectory(folder)) {
            throw new DataException("The folder " + folder.toAbsolutePath() + " of " + name + " is "
                    + (Files.exists(folder) ? "no folder" : "missing") + EXPECTED + " Put it there.");
        }
        List<Path> classes = entries(folder).stream().filter(this::isClass).toList();
        if (classes.size() < FEWEST_CLASSES) {
            throw new DataException("The folder " + folder.toAbsolutePath() + " of " + name + " has "
                    + (classes.isEmpty() ? "no class folder" : "one class folder, " + composedName(classes.get(0)))
                    + "; expected " + FEWEST_CLASSES + " or more to tell apart. Found " + FolderListing.of(folder)
                    + ": sort the images into a folder for each class, or name the folder that holds these.");
        }
        return classes;
    }

    private boolean isClass(Path entry) {
        RealFolder.of(folder).check(entry);
        if (Files.isRegularFile(entry) && ColourImageFile.isImage(entry)) {
            throw new DataException(
                    "The image " + entry.toAbsolutePath() + " of " + name + " is beside the class folders" + EXPECTED
                            + " Move it into the folder of its class, or remove it.");
        }
        return Files.isDirectory(entry);
    }

    private List<Path> images(Path classFolder) {
        List<Path> images = entries(classFolder);
        RealFolder set = RealFolder.of(folder);
        for (Path image : images) {
            set.check(image);
            if (Files.isDirectory(image)) {
                throw new DataException(
                        "The class folder " + classFolder.toAbsolutePath() + " of " + name + " holds the folder "
                                + image.getFileName() + "; expected images alone. Move the images out of it.");
            }
        }
        if (images.size() < FEWEST_IMAGES) {
            throw new DataException("The class folder " + classFolder.toAbsolutePath() + " of " + name + " has "
                    + (images.isEmpty() ? "no image" : "one image") + "; expected at least " + FEWEST_IMAGES
                    + ", one to learn from and one to test on. Add images, or remove the folder.");
        }
        return images;
    }

    private List<Path> entries(Path of) {
        FolderListing listing = FolderListing.of(of);
        if (listing.hasUnreadableNames()) {
            throw new DataException("Java cannot read some names in " + of.toAbsolutePath() + " in its locale; found "
                    + listing + ". Set LC_ALL=C.UTF-8.");
        }
        List<Path> entries = listing.names().stream()
                .map(of::resolve)
                .sorted(Comparator.comparing(ImageFolder::composedName))
                .toList();
        IntStream.range(1, entries.size())
                .filter(i -> composedName(entries.get(i)).equals(composedName(entries.get(i - 1))))
                .findFirst()
                .ifPresent(i -> {
                    throw new DataException(
                            "The folder " + of.toAbsolutePath() + " holds the name " + composedName(entries.get(i))
                                    + " twice, in two Unicode normal forms. Rename one of them.");
                });
        return entries;
    }

    private static String composedName(Path path) {
        return Normalizer.normalize(path.getFileName().toString(), Normalizer.Form.NFC);
    }
}
