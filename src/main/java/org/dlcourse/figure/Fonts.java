package org.dlcourse.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The fonts of all figures, brought along so that a machine without fonts draws the same. */
final class Fonts {
    static final String REGULAR_FILE = "Inter-Regular.otf";

    private static final Font REGULAR = load(REGULAR_FILE);
    private static final Font SEMI_BOLD = load("Inter-SemiBold.otf");

    private Fonts() {}

    static Font regular(double size) {
        return new BroughtFont(REGULAR.deriveFont((float) size));
    }

    static Font semiBold(double size) {
        return new BroughtFont(SEMI_BOLD.deriveFont((float) size));
    }

    private static Font load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font " + file + " of this project cannot be loaded.", e);
        }
    }

    /**
     * A font whose attributes name itself: who lays out text by attributes, as JFreeSVG does, would look for its name among the system's
     * fonts, and draw with another.
     */
    private static final class BroughtFont extends Font {
        BroughtFont(Font font) {
            super(font);
        }

        @Override
        public Map<TextAttribute, ?> getAttributes() {
            Map<TextAttribute, Object> attributes = new HashMap<>(super.getAttributes());
            attributes.put(TextAttribute.FONT, this);
            return attributes;
        }
    }
}
