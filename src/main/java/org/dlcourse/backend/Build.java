package org.dlcourse.backend;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of ND4J is on the class path: one backend, with one native build for this system.
 *
 * @param version of ND4J and DL4J
 * @param nativeBuild classifier of the native build, such as {@code linux-x86_64-onednn-avx2}
 * @param cuda what a backend for GPUs brings; empty for one that computes on the CPU
 */
record Build(String version, String nativeBuild, Optional<CudaBuild> cuda) {
    /** The property for which GPUs a CUDA backend has code that is not the published one. */
    static final String CAPABILITIES = "nd4j.cuda.capabilities";

    private static final String CUDA = "nd4j-cuda-";
    private static final String PARENT = "org.dlcourse:dl-course-parent";

    /**
     * The build of this process.
     *
     * @throws IllegalStateException if there is no backend, more than one, or not one native build for it, with what was found
     *     and what to do
     */
    static Build ofProcess() {
        return on(Build.class.getClassLoader(), Optional.ofNullable(System.getProperty(CAPABILITIES)));
    }

    /** That on a class path, with other capabilities than its CUDA backend's own. */
    static Build on(ClassLoader loader, Optional<String> capabilities) {
        // First: without a backend there is no JavaCPP either, which native code is looked for with.
        Nd4jArtifact backend = onlyBackend(Nd4jArtifact.backends(loader));
        String nativeBuild = onlyNativeBuild(backend, NativeCode.on(loader).builds());
        return new Build(backend.version(), nativeBuild, cuda(backend, capabilities));
    }

    private static Optional<CudaBuild> cuda(Nd4jArtifact backend, Optional<String> capabilities) {
        return backend.name().startsWith(CUDA)
                ? Optional.of(CudaBuild.of(backend.version(), backend.name().substring(CUDA.length()), capabilities))
                : Optional.empty();
    }

    private static Nd4jArtifact onlyBackend(Set<Nd4jArtifact> backends) {
        if (backends.isEmpty()) {
            throw new IllegalStateException(
                    "No ND4J backend is on the class path, so that nothing can be computed. Expected "
                            + "org.nd4j:nd4j-native with its native build for this system. Inherit " + PARENT
                            + ", which brings both, or add org.nd4j:nd4j-native twice, in DL4J's version: without a classifier, and with"
                            + " this system's, such as linux-x86_64-onednn-avx2.");
        }
        if (backends.size() > 1) {
            throw new IllegalStateException("ND4J has more than one backend on the class path: "
                    + backends.stream().map(Nd4jArtifact::toString).sorted().collect(Collectors.joining(", "))
                    + ". Expected one, since ND4J would choose. " + PARENT
                    + " brings the one for the CPU, or CUDA's with -Pgpu; leave the other out of pom.xml.");
        }
        return backends.iterator().next();
    }

    private static String onlyNativeBuild(Nd4jArtifact backend, Set<String> builds) {
        if (builds.isEmpty()) {
            throw new IllegalStateException(backend + " is on the class path without its native build for "
                    + NativeCode.PLATFORM + ". Add the same dependency with a classifier, such as "
                    + NativeCode.PLATFORM
                    + ", or inherit " + PARENT + ", which brings it.");
        }
        if (builds.size() > 1) {
            throw new IllegalStateException(
                    backend + " has more than one native build for this system on the class path: "
                            + String.join(", ", new TreeSet<>(builds))
                            + ". Expected one, since JavaCPP would take the plain one. The backend depends on that itself: exclude org.nd4j:"
                            + backend.name() + " from each dependency on it, as " + PARENT + " does.");
        }
        return builds.iterator().next();
    }
}
