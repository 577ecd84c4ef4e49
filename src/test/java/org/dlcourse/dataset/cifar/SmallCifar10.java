package org.dlcourse.dataset.cifar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.Tar;

/** A CIFAR-10 of a few images, as its files and archives hold it. */
public final class SmallCifar10 {
    public static final int IMAGES = 20;

    private static final int SIDE = 32;
    private static final int PIXELS = 3 * SIDE * SIDE;
    private static final int BATCHES = 6;

    private SmallCifar10() {}

    /** What all forms of it hold, put together in another way than the readers do. */
    static ImageDataset expected() {
        int[] labels = new int[(BATCHES - 1) * IMAGES];
        byte[] pixels = new byte[labels.length * PIXELS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(i / IMAGES, i % IMAGES);
            System.arraycopy(pixels(i / IMAGES), i % IMAGES * PIXELS, pixels, i * PIXELS, PIXELS);
        }
        int[] testLabels = new int[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            testLabels[i] = label(BATCHES - 1, i);
        }
        return new ImageDataset(
                "CIFAR-10",
                ImageDataset.Origin.REAL,
                Cifar10Batches.CLASSES,
                new LabelledImages(pixels, labels, 3, SIDE, SIDE),
                new LabelledImages(pixels(BATCHES - 1), testLabels, 3, SIDE, SIDE));
    }

    /** Every class twice in each batch, in an order of the batch's own. */
    private static int label(int batch, int image) {
        return (7 * image + batch) % 10;
    }

    /** At random, since what packs too well looks like an archive that is made to fill a disk. */
    private static byte[] pixels(int batch) {
        byte[] pixels = new byte[IMAGES * PIXELS];
        new Random(batch).nextBytes(pixels);
        return pixels;
    }

    static byte[] batch(Cifar10Version version, int batch) {
        return version == Cifar10Version.BINARY ? binary(batch) : python(batch);
    }

    private static byte[] binary(int batch) {
        ByteBuffer file = ByteBuffer.allocate(IMAGES * (1 + PIXELS));
        byte[] pixels = pixels(batch);
        for (int i = 0; i < IMAGES; i++) {
            file.put((byte) label(batch, i)).put(pixels, i * PIXELS, PIXELS);
        }
        return file.array();
    }

    /** As Python 2 wrote it, but for what is put into memory and never taken out. */
    private static byte[] python(int batch) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(bytes("\u0080\u0002}(U\u0006labels]("));
        for (int i = 0; i < IMAGES; i++) {
            file.writeBytes(new byte[] {'K', (byte) label(batch, i)});
        }
        file.writeBytes(bytes(
                "eU\u0004datacnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\u0000\u0085U\u0001b\u0087R"));
        file.writeBytes(bytes("(K\u0001"));
        file.writeBytes(number('J', IMAGES));
        file.writeBytes(number('J', PIXELS));
        file.writeBytes(bytes("\u0086cnumpy\ndtype\nU\u0002u1K\u0000K\u0001\u0087R(K\u0003U\u0001|NNN"));
        file.writeBytes(number('J', -1));
        file.writeBytes(number('J', -1));
        file.writeBytes(bytes("K\u0000tb\u0089"));
        file.writeBytes(number('T', IMAGES * PIXELS));
        file.writeBytes(pixels(batch));
        file.writeBytes(bytes("tbu."));
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] number(char opcode, int number) {
        return ByteBuffer.allocate(5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) opcode)
                .putInt(number)
                .array();
    }

    /** Writes the six files into a folder, which is made. */
    public static Path write(Path folder, Cifar10Version version) throws IOException {
        Files.createDirectories(folder);
        List<String> files = version.files();
        for (int batch = 0; batch < files.size(); batch++) {
            Files.write(folder.resolve(files.get(batch)), batch(version, batch));
        }
        return folder;
    }

    /** An archive of the six files, the last of them first. */
    public static Tar tar(Cifar10Version version) {
        Tar tar = new Tar().folder(version.folder());
        List<String> files = version.files();
        for (int batch = files.size() - 1; batch >= 0; batch--) {
            tar.file(version.folder() + "/" + files.get(batch), batch(version, batch));
        }
        return tar;
    }
}
