package org.dlcourse.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * One of ND4J's backends, as Maven names it in group {@code org.nd4j}.
 *
 * @param name such as {@code nd4j-native} or {@code nd4j-cuda-11.6}
 * @param version such as {@code 1.0.0-M2.1}
 */
record Nd4jArtifact(String name, String version) {
    /** By which ND4J finds its backends itself. */
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private static final String COORDINATES = "META-INF/maven/org\\.nd4j/nd4j-(native|cuda-[\\d.]+)/pom\\.properties";

    /** Those on a class path; nothing of them is loaded. */
    static Set<Nd4jArtifact> backends(ClassLoader loader) {
        try {
            Set<Nd4jArtifact> backends = new LinkedHashSet<>();
            for (URL service : Collections.list(loader.getResources(SERVICE))) {
                if (service.openConnection() instanceof JarURLConnection jar) {
                    jar.setUseCaches(false);
                    backends.addAll(backends(jar));
                }
            }
            return backends;
        } catch (IOException e) {
            throw new UncheckedIOException("The jars on the class path cannot be read.", e);
        }
    }

    private static Set<Nd4jArtifact> backends(JarURLConnection connection) throws IOException {
        Set<Nd4jArtifact> backends = new LinkedHashSet<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().matches(COORDINATES)) {
                    Properties coordinates = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) {
                        coordinates.load(in);
                    }
                    backends.add(new Nd4jArtifact(
                            coordinates.getProperty("artifactId"), coordinates.getProperty("version")));
                }
            }
        }
        return backends;
    }

    @Override
    public String toString() {
        return "org.nd4j:" + name + ":" + version;
    }
}
