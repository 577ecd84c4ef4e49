package org.dlcourse.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.util.Sha256;

/** The digest of the tests, pages and catalogues that judge. */
final class ClassPathDigest {
    private ClassPathDigest() {}

    /** The digest of all folders that this process takes classes and resources from. */
    static String ofProcess() {
        Sha256 digest = new Sha256();
        try {
            for (URL folder :
                    Collections.list(ClassPathDigest.class.getClassLoader().getResources(""))) {
                if (folder.getProtocol().equals("file")) {
                    add(digest, Path.of(URI.create(folder.toString())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folders of the class path cannot be read.", e);
        }
        return digest.hex();
    }

    private static void add(Sha256 digest, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                digest.add(folder.relativize(file).toString()).add(Files.readAllBytes(file));
            }
        }
    }
}
