package org.dlcourse.batch;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What grading needs beside its classes.
 *
 * @param folder that it runs in, with the fixtures that tests read
 * @param allure folder of Allure's command line
 */
record Home(Path folder, Path allure) {
    private static final String FOLDER = "grade.home";
    private static final String ALLURE = "report.generator";

    /**
     * The folder of the jar that was started, unless the properties {@code grade.home} and {@code report.generator} name others.
     *
     * @throws BatchException if it does not hold what grading needs
     */
    static Home ofProcess() {
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        Path folder = Path.of(System.getProperty(FOLDER, jar.getParent().toString()));
        Home home = new Home(
                folder,
                Path.of(System.getProperty(ALLURE, folder.resolve("allure").toString())));
        for (Path needed : new Path[] {folder.resolve("fixtures"), home.allure}) {
            if (!Files.isDirectory(needed)) {
                throw new BatchException(
                        "There is no folder " + needed
                                + ". Expected the folder that mvn -Pgrade package makes, target/grade, as a whole; start bin/grade.");
            }
        }
        return home;
    }
}
