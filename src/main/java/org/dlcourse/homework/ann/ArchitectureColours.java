package org.dlcourse.homework.ann;

import java.awt.Color;
import java.util.List;
import org.dlcourse.figure.Palette;

/** The colour of each architecture in all figures of the handout: warm for perceptrons, cool for convolutional networks. */
public final class ArchitectureColours {
    private static final List<Color> COLOURS =
            List.of(Palette.ORANGE, Palette.VERMILION, Palette.SKY_BLUE, Palette.BLUE, Palette.GREEN);

    private ArchitectureColours() {}

    /**
     * The colour of an architecture.
     *
     * @param index of the architecture in the handout's order, from 0
     * @return colour of its points and curves
     * @throws IndexOutOfBoundsException if there is no such architecture
     */
    public static Color of(int index) {
        return COLOURS.get(index);
    }
}
