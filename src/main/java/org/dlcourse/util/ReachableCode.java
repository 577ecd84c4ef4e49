package org.dlcourse.util;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The compiled code of some classes and of all that they use, directly or through each other.
 *
 * <p>A course's network uses layers of its own and ND4J; its pages use the network:
 *
 * <pre>
 * NetPage --&gt; NetProvider --&gt; Net --&gt; OwnLayer --&gt; OwnLayer$Cache
 *             root            |
 *                             +--&gt; INDArray      of a library: passed over
 *
 * from NetProvider: NetProvider, Net, OwnLayer, OwnLayer$Cache; not NetPage, which may change without another digest
 * </pre>
 *
 * <p>It is found from the class files: classes that are only looked up by name while the code runs are not among it.
 *
 * @param files by class name, such as {@code org/example/Net}
 */
public record ReachableCode(Map<String, byte[]> files) {
    /**
     * The code that is reached from these classes.
     *
     * @param roots where to begin
     * @param isLibrary which classes, by name as in a class file, are passed over with all that only they use
     */
    public static ReachableCode from(List<Class<?>> roots, Predicate<String> isLibrary) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Class<?> root : roots) {
            Deque<String> open = new ArrayDeque<>(List.of(root.getName().replace('.', '/')));
            while (!open.isEmpty()) {
                String name = open.pop();
                if (!files.containsKey(name) && !isLibrary.test(name)) {
                    byte[] file = read(root.getClassLoader(), name);
                    files.put(name, file);
                    open.addAll(references(file, name));
                }
            }
        }
        return new ReachableCode(files);
    }

    /** A class that the class path lacks counts as empty: its absence is part of the code too. */
    private static byte[] read(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The compiled code of " + name + " cannot be read.", e);
        }
    }

    private static Set<String> references(byte[] file, String name) {
        try {
            return file.length == 0 ? Set.of() : new ClassFile(file).references();
        } catch (IOException e) {
            throw new UncheckedIOException("The compiled code of " + name + " cannot be read.", e);
        }
    }

    /** The digest of names and files. */
    public String sha256() {
        Sha256 digest = new Sha256();
        files.forEach((name, file) -> digest.add(name).add(file));
        return digest.hex();
    }
}
