package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dlcourse.dataset.cifar.Cifar100;
import org.dlcourse.dataset.cifar.Cifar10Location;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.folder.DataSetProvider;

/** CIFAR-10 in any of its file formats. */
public final class Cifar10DataSet implements DataSetProvider {
    @Override
    public String name() {
        return "CIFAR-10";
    }

    @Override
    public boolean hasSyntheticSubstitute() {
        return true;
    }

    @Override
    public List<String> entries() {
        return Cifar10Location.names();
    }

    @Override
    public Optional<Path> find(Path data) {
        return Cifar10Location.find(data).map(Cifar10Location::path);
    }

    @Override
    public Optional<PublicDataSet> download() {
        return Optional.of(PublicDataSet.CIFAR_10);
    }

    @Override
    public String hint(Collection<String> names) {
        return Cifar100.hintOfFolders(names);
    }
}
