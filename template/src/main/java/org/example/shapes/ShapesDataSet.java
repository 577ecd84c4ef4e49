package org.example.shapes;

import java.util.List;
import org.dlcourse.dataset.folder.DataSetProvider;

/** Says where the course's images are: {@code shapes} below the folder of data, with a folder for each class. */
public final class ShapesDataSet implements DataSetProvider {
    @Override
    public String name() {
        return "Shapes";
    }

    @Override
    public List<String> entries() {
        return List.of("shapes");
    }
}
