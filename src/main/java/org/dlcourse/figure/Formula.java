package org.dlcourse.figure;

import java.awt.Insets;
import javax.swing.JLabel;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A typeset formula.
 *
 * @param latex the formula in LaTeX's math mode
 */
public record Formula(String latex) {
    private static final float POINTS = 17;

    /** The picture as PNG with two pixels per CSS pixel. */
    public byte[] png() {
        TeXIcon icon = icon();
        JLabel colour = new JLabel();
        colour.setForeground(Palette.TEXT);
        return Canvas.png(
                icon.getIconWidth(), icon.getIconHeight(), graphics -> icon.paintIcon(colour, graphics, 0, 0));
    }

    /** The width of the picture in CSS pixels. */
    public int width() {
        return icon().getIconWidth();
    }

    private TeXIcon icon() {
        FontSystem.start();
        TeXIcon icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, POINTS);
        icon.setInsets(new Insets(3, 2, 3, 2));
        return icon;
    }
}
