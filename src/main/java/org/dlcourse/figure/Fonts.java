package org.dlcourse.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The fonts of all figures, brought along so that a machine without fonts draws the same. */
final class Fonts {
    private static final Font REGULAR = load("Inter-Regular.otf");
    private static final Font SEMI_BOLD = load("Inter-SemiBold.otf");

    private Fonts() {}

    static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    static Font semiBold(double size) {
        return SEMI_BOLD.deriveFont((float) size);
    }

    private static Font load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font " + file + " of this project cannot be loaded.", e);
        }
    }
}
