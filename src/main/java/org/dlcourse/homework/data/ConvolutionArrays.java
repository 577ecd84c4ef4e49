package org.dlcourse.homework.data;

import java.util.List;
import org.dlcourse.dataset.folder.DataSetProvider;

/** The arrays of the exercise on two-dimensional convolution. */
public final class ConvolutionArrays implements DataSetProvider {
    /** The folder of the arrays. */
    public static final String FOLDER = "ee449";

    @Override
    public String name() {
        return "arrays of the convolution exercise";
    }

    @Override
    public boolean hasSyntheticSubstitute() {
        return true;
    }

    @Override
    public List<String> entries() {
        return List.of(FOLDER);
    }
}
