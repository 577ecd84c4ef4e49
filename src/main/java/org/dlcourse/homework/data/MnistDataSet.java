package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.folder.DataSetProvider;
import org.dlcourse.dataset.mnist.MnistIdx;

/** MNIST in its IDX files. */
public final class MnistDataSet implements DataSetProvider {
    @Override
    public String name() {
        return "MNIST";
    }

    @Override
    public boolean hasSyntheticSubstitute() {
        return true;
    }

    @Override
    public List<String> entries() {
        return List.of(MnistIdx.FOLDER);
    }

    @Override
    public Optional<Path> find(Path data) {
        return MnistIdx.find(data);
    }

    @Override
    public Optional<PublicDataSet> download() {
        return Optional.of(PublicDataSet.MNIST);
    }
}
