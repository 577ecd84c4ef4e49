package org.dlcourse.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files in the format and of the size of CIFAR-10's: image i of each has the class i modulo 10, and pixels that are its class. */
final class MadeUpCifar10 {
    private static final int IMAGES = 10_000;
    private static final int PIXELS = 3 * 32 * 32;
    private static final int CLASSES = 10;
    private static final List<String> FILES = List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            "test_batch.bin");

    private MadeUpCifar10() {}

    /** Writes them, unless they are there. */
    static Path in(Path data) throws IOException {
        Path folder = data.resolve("cifar-10-batches-bin");
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            for (String name : FILES) {
                try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                    byte[] record = new byte[1 + PIXELS];
                    for (int i = 0; i < IMAGES; i++) {
                        Arrays.fill(record, (byte) (i % CLASSES));
                        file.write(record);
                    }
                }
            }
        }
        return data;
    }
}
