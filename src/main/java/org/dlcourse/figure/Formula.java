package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A typeset formula.
 *
 * @param latex the formula in LaTeX's mathematics mode
 */
public record Formula(String latex) {
    private static final float POINTS = 17;
    private static final int PIXELS_PER_UNIT = 2;

    /** The picture as PNG, two pixels a CSS pixel. */
    public byte[] png() {
        TeXIcon icon = icon();
        BufferedImage image = new BufferedImage(
                icon.getIconWidth() * PIXELS_PER_UNIT,
                icon.getIconHeight() * PIXELS_PER_UNIT,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Palette.BACKGROUND);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            JLabel colour = new JLabel();
            colour.setForeground(Palette.TEXT);
            icon.paintIcon(colour, graphics, 0, 0);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The picture's width in CSS pixels. */
    public int width() {
        return icon().getIconWidth();
    }

    private TeXIcon icon() {
        TeXIcon icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, POINTS);
        icon.setInsets(new Insets(3, 2, 3, 2));
        return icon;
    }
}
