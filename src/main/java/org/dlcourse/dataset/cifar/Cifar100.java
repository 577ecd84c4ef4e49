package org.dlcourse.dataset.cifar;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Distinguishes CIFAR-100 from CIFAR-10, whose archives, folders and records look much the same. */
public final class Cifar100 {
    /** The message about a file of it. */
    static final String DESCRIPTION =
            "is CIFAR-100's, which is another data set. Get cifar-10-binary.tar.gz or cifar-10-python.tar.gz.";
    /** A record of the binary version has a coarse and a fine label. */
    static final int RECORD = Cifar10Batches.IMAGE_SIZE + 2;
    /** A key of the Python version's dictionaries. */
    static final String LABELS = "fine_labels";

    private static final List<String> FILES =
            List.of("train", "test", "train.bin", "test.bin", "fine_label_names.txt", "coarse_label_names.txt");
    private static final String FOLDERS = "cifar-100-";

    private Cifar100() {}

    /** A sentence if CIFAR-100's files are among the names in a folder of CIFAR-10, otherwise nothing; put behind a message. */
    static String hint(Collection<String> names) {
        return hint(names, name -> FILES.contains(name) || name.startsWith(FOLDERS));
    }

    /** The same of the names in a folder of data sets. */
    public static String hintOfFolders(Collection<String> names) {
        return hint(names, name -> name.startsWith(FOLDERS));
    }

    private static String hint(Collection<String> names, Predicate<String> isOfIt) {
        List<String> found = names.stream()
                .filter(name -> isOfIt.test(name.toLowerCase(Locale.ROOT)))
                .toList();
        return found.isEmpty() ? "" : " What is called " + String.join(", ", found) + " there " + DESCRIPTION;
    }
}
