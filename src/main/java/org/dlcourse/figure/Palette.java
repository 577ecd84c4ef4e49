package org.dlcourse.figure;

import java.awt.Color;
import java.util.List;

/** The colours of all figures. Those for data are from Okabe and Ito's palette for colour-blind readers. */
public final class Palette {
    public static final Color ORANGE = new Color(0xE69F00);
    public static final Color VERMILION = new Color(0xD55E00);
    public static final Color SKY_BLUE = new Color(0x56B4E9);
    public static final Color BLUE = new Color(0x0072B2);
    public static final Color PURPLE = new Color(0xCC79A7);
    public static final Color GREEN = new Color(0x009E73);

    private static final List<Color> IN_ORDER = List.of(VERMILION, BLUE, GREEN, ORANGE, PURPLE, SKY_BLUE);

    /** For elements of no series: styles in a legend, lines of equality. */
    public static final Color NEUTRAL = Color.DARK_GRAY;

    static final Color TEXT = new Color(0x24292F);
    static final Color FAINT_TEXT = new Color(0x57606A);
    static final Color GRID = new Color(0xE4E7EB);
    static final Color AXIS = new Color(0x8C959F);
    static final Color BACKGROUND = Color.WHITE;

    private Palette() {}

    /** The colour of one of several equals, such as seeds, by its index from 0; the seventh has the first one's again. */
    public static Color ofIndex(int index) {
        return IN_ORDER.get(index % IN_ORDER.size());
    }

    static Color translucent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
