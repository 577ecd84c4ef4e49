package org.dlcourse.homework.dogs.breeds;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.KernelPositions;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;

/**
 * All positions of a kernel along the height and along the width of an image.
 *
 * @param setting the image and the kernel
 */
record KernelPositionsFigure(ConvolutionSetting setting) {
    Figure figure() {
        return new Figure(
                "Positions of the kernel",
                "Top row: the pixels along one axis of the padded image, numbered from the first pixel of the image."
                        + " Each row below is one position of the kernel, numbered from 1. From the last position another"
                        + " stride would move it beyond the padding.",
                900,
                400,
                new Panels(
                        2,
                        List.of(setting.down(), setting.across()),
                        new Legend(List.of(
                                Legend.Entry.cells("pixel of the image", Palette.SKY_BLUE),
                                Legend.Entry.cells("pixel of the padding", KernelPositions.PADDING),
                                Legend.Entry.cells("weight of the kernel", Palette.VERMILION)))),
                List.of(table("height", setting.down()), table("width", setting.across())));
    }

    private static DataTable table(String axis, KernelPositions positions) {
        List<List<Object>> rows = new ArrayList<>();
        for (int start : positions.starts()) {
            int first = start - positions.padding();
            rows.add(List.of(rows.size() + 1, first, first + positions.dilation() * (positions.kernel() - 1)));
        }
        return new DataTable("Positions along the " + axis, List.of("position", "first pixel", "last pixel"), rows);
    }
}
