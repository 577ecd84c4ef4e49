package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFilesTest {
    @TempDir
    private Path folder;

    @Test
    void cataloguesAreFoundInFoldersAndJars() throws IOException {
        Path classes = folder("classes with blanks", Map.of("b.yaml", "B", "a.yaml", "A", "notes.txt", "none"));
        Path jar = jar("course.jar", new Manifest(), Map.of("c.yaml", "C", "deeper/d.yaml", "none"));

        assertThat(found(classes, jar))
                .containsExactly(
                        Map.entry(classes.resolve("META-INF/dl-course/a.yaml").toString(), "A"),
                        Map.entry(classes.resolve("META-INF/dl-course/b.yaml").toString(), "B"),
                        Map.entry("META-INF/dl-course/c.yaml in " + jar, "C"));
    }

    /** As Maven's tests have it: a jar that holds nothing but a manifest, which names the rest. */
    @Test
    void cataloguesAreFoundBehindAJarOfManifestAlone() throws IOException {
        Path classes = folder("classes", Map.of("a.yaml", "A"));
        Path jar = jar("course.jar", new Manifest(), Map.of("c.yaml", "C"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes.toUri() + " " + jar.toUri());

        assertThat(found(jar("booter.jar", manifest, Map.of())).values()).containsExactly("A", "C");
    }

    @Test
    void fileOfAJarAndOfTheFolderThatItWasMadeOfIsThereOnce() throws IOException {
        Path classes = folder("classes", Map.of("a.yaml", "A"));

        assertThat(found(classes, jar("same.jar", new Manifest(), Map.of("a.yaml", "A"))))
                .hasSize(1);
        assertThat(found(classes, jar("other.jar", new Manifest(), Map.of("a.yaml", "another"))))
                .as("control: another content under the same name")
                .hasSize(2);
    }

    @Test
    void nearlyTheRightNameIsReported() throws IOException {
        Path classes = folder("classes", Map.of("shapes.yml", "A"));
        Path jar = jar("course.jar", new Manifest(), Map.of("shapes.yml", "A"));

        for (Path entry : List.of(classes, jar)) {
            assertThatThrownBy(() -> found(entry))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessage("The catalogue META-INF/dl-course/shapes.yml is not read: its name ends with .yml."
                            + " Expected .yaml; rename it.");
        }
    }

    @Test
    void fileInAnotherEncodingIsReported() throws IOException {
        Path classes = folder("classes", Map.of());
        Path file = classes.resolve("META-INF/dl-course/a.yaml");
        Files.writeString(file, "title: Übung", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> found(classes))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith("The catalogue " + file + " is not text in UTF-8 (");
        Files.writeString(file, "title: Übung");
        assertThat(found(classes)).as("control").containsValue("title: Übung");
    }

    @Test
    void withoutAnyThereAreNone() throws IOException {
        assertThat(found(Files.createDirectory(folder.resolve("empty")))).isEmpty();
    }

    private static Map<String, String> found(Path... classPath) throws IOException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return CatalogueFiles.of(loader);
        }
    }

    private Path folder(String name, Map<String, String> files) throws IOException {
        Path classes = folder.resolve(name);
        Path catalogues = Files.createDirectories(classes.resolve(CatalogueFiles.FOLDER));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(catalogues.resolve(file.getKey()), file.getValue());
        }
        return classes;
    }

    /** With entries of its folders, as Maven and Java's own tool make them. */
    private Path jar(String name, Manifest manifest, Map<String, String> files) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (String directory : files.isEmpty() ? List.<String>of() : List.of(CatalogueFiles.FOLDER + "/")) {
                entries.putNextEntry(new JarEntry(directory));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new JarEntry(CatalogueFiles.FOLDER + "/" + file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
