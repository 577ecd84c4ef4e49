package org.dlcourse.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars that look like those of ND4J's backends from outside, and hold nothing that computes. */
final class BackendJar {
    private BackendJar() {}

    /** The jar of a backend's classes. */
    static Path ofClasses(Path folder, String name, String version) throws IOException {
        Map<String, String> entries = coordinates(name, version);
        entries.put("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend", "org.nd4j.made.up." + name);
        return jar(folder.resolve(name + "-" + version + ".jar"), entries);
    }

    /** The jar of a native build. */
    static Path ofNativeBuild(Path folder, String name, String version, String classifier) throws IOException {
        Map<String, String> entries = coordinates(name, version);
        entries.put("org/nd4j/bindings/" + classifier + "/libjnind4jmadeup.so", "no code");
        entries.put("org/nd4j/bindings/" + classifier + "/libgomp.so.1", "no code");
        return jar(folder.resolve(name + "-" + version + "-" + classifier + ".jar"), entries);
    }

    private static Map<String, String> coordinates(String name, String version) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
        entries.put(
                "META-INF/maven/org.nd4j/" + name + "/pom.properties",
                "groupId=org.nd4j\nartifactId=" + name + "\nversion=" + version + "\n");
        return entries;
    }

    private static Path jar(Path file, Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
