package org.dlcourse.homework.ann;

import java.awt.Color;
import java.util.List;
import org.dlcourse.figure.Palette;

/** The colour of each architecture in all figures of the handout: warm for perceptrons, cool for convolutional networks. */
public final class ArchitectureColours {
    private static final List<Color> COLOURS =
            List.of(Palette.ORANGE, Palette.VERMILION, Palette.SKY_BLUE, Palette.BLUE, Palette.GREEN);

    private ArchitectureColours() {}

    /** By the architecture's index in the handout's order, from 0. */
    public static Color of(int index) {
        return COLOURS.get(index);
    }
}
