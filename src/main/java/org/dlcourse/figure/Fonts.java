package org.dlcourse.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The fonts of all figures, which are part of this project so that every machine draws the same. */
final class Fonts {
    static final String REGULAR_FILE = "Inter-Regular.otf";

    private static final Font REGULAR = load(REGULAR_FILE);
    private static final Font SEMI_BOLD = load("Inter-SemiBold.otf");

    private Fonts() {}

    static Font regular(double size) {
        return new OwnFont(REGULAR.deriveFont((float) size));
    }

    static Font semiBold(double size) {
        return new OwnFont(SEMI_BOLD.deriveFont((float) size));
    }

    private static Font load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font " + file + " of this project cannot be loaded.", e);
        }
    }

    /**
     * A font that is an attribute of itself. JFreeSVG lays out text by attributes, and without this one looks the font's name up
     * among the system's fonts and draws with another one.
     */
    private static final class OwnFont extends Font {
        OwnFont(Font font) {
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
