package org.dlcourse.homework.ann;

import java.awt.Color;
import java.util.List;
import org.dlcourse.figure.Palette;

/** The colour of each architecture, the same in all figures of the handout: warm for perceptrons, cool for convolutions. */
public final class ArchitectureColours {
    private static final List<Color> COLOURS =
            List.of(Palette.ORANGE, Palette.VERMILION, Palette.SKY_BLUE, Palette.BLUE, Palette.GREEN);

    private ArchitectureColours() {}

    /** By the architecture's place in the handout, from 0. */
    public static Color of(int place) {
        return COLOURS.get(place);
    }
}
