package org.dlcourse.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder that was handed in.
 *
 * @param name by which it is known in the grades, and the name of its folder there
 * @param folder that holds the student's files
 */
record SubmittedFolder(String name, Path folder) {
    /**
     * The folders, each with its last name.
     *
     * @throws BatchException if one is not a folder, or two have one name
     */
    static List<SubmittedFolder> of(List<Path> folders) {
        Map<String, Path> names = new HashMap<>();
        List<SubmittedFolder> submissions = new ArrayList<>();
        for (Path given : folders) {
            Path folder = given.toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                throw new BatchException(folder + (Files.exists(folder) ? " is not a folder." : " is not there.")
                        + " Expected a folder that a student handed in, unpacked.");
            }
            String name = safe(
                    folder.getFileName() == null ? "root" : folder.getFileName().toString());
            if (Set.of(ClassOutput.GRADES, ClassOutput.PAGE, ClassOutput.OPEN_ANSWERS)
                    .contains(name)) {
                throw new BatchException("The submission " + folder + " has the name of a file of the grades, " + name
                        + ". Expected another; rename it.");
            }
            Path other = names.put(name, folder);
            if (other != null) {
                throw new BatchException("Two submissions have the name " + name + ": " + other + " and " + folder
                        + ". Expected a name for each; rename one, or grade them with outputs of their own.");
            }
            submissions.add(new SubmittedFolder(name, folder));
        }
        return List.copyOf(submissions);
    }

    /** Without what a file system, a spreadsheet or a page could take for something else. */
    private static String safe(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._@ -]", "_");
        return plain.matches("[\\p{L}\\p{N}_].*") ? plain : "_" + plain;
    }
}
