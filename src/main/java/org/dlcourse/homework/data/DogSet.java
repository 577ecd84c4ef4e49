package org.dlcourse.homework.data;

import java.util.List;
import org.dlcourse.dataset.folder.DataSetProvider;

/** The photographs of handout 5. */
public final class DogSet implements DataSetProvider {
    @Override
    public String name() {
        return "DogSet";
    }

    @Override
    public boolean hasSyntheticSubstitute() {
        return true;
    }

    @Override
    public List<String> entries() {
        return List.of(DogSetFolder.FOLDER);
    }
}
