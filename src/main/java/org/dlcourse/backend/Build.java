package org.dlcourse.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What Maven built this project for.
 *
 * @param version of ND4J and DL4J
 * @param nativeBuild classifier of the native build
 * @param cuda what a build for GPUs brings; empty for one that computes on the CPU
 */
record Build(String version, String nativeBuild, Optional<CudaBuild> cuda) {
    private static final String CUDA = "nd4j-cuda-";

    /** The build of this process. */
    static Build ofProcess() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(properties);
    }

    static Build of(Properties properties) {
        String version = properties.getProperty("dl4j.version");
        String backend = properties.getProperty("nd4j.backend");
        return new Build(
                version,
                properties.getProperty("nd4j.classifier"),
                backend.startsWith(CUDA)
                        ? Optional.of(CudaBuild.of(
                                "ND4J " + version + " with CUDA " + backend.substring(CUDA.length()),
                                properties.getProperty("nd4j.cuda.capabilities"),
                                properties.getProperty("nd4j.cuda.driver")))
                        : Optional.empty());
    }
}
