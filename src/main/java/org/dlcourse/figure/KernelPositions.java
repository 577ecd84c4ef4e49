package org.dlcourse.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The positions of a kernel along one axis of a padded image: the image's pixels in a row, and under them the kernel,
 * one row for each position.
 *
 * @param title above the drawing
 * @param input number of pixels without padding
 * @param padding number of pixels that are added on each side
 * @param kernel number of weights
 * @param stride step from one position to the next, at least 1
 * @param dilation step from one weight to the next, at least 1
 */
public record KernelPositions(String title, int input, int padding, int kernel, int stride, int dilation)
        implements Drawing {
    /** The colour of the padding's pixels. */
    public static final Color PADDING = new Color(0xD8DEE4);

    private static final double MARGIN = 14;
    private static final double LABELS = 26;
    private static final double TITLE = 30;
    private static final double RULER = 18;
    private static final double IMAGE_GAP = 8;
    private static final int TICK_EVERY = 8;
    private static final int NUMBER_EVERY = 5;

    @Override
    public String inWords() {
        return title + ": " + starts().size() + " positions of a kernel of " + kernel + " weights with stride " + stride
                + " on " + input + " pixels with " + padding + " of padding on each side.";
    }

    /** The indices of the padded image's pixels at which the kernel starts, such that it ends within the padded image. */
    public List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start + dilation * (kernel - 1) < padded(); start += stride) {
            starts.add(start);
        }
        return starts;
    }

    /** The number of pixels at the end that no position of the kernel covers. */
    public int leftOver() {
        List<Integer> starts = starts();
        return starts.isEmpty() ? padded() : padded() - 1 - dilation * (kernel - 1) - starts.get(starts.size() - 1);
    }

    private int padded() {
        return input + 2 * padding;
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        graphics.setColor(Palette.TEXT);
        graphics.setFont(Fonts.semiBold(13));
        double titleWidth = graphics.getFontMetrics().stringWidth(title);
        graphics.drawString(title, (float) (area.getCenterX() - titleWidth / 2), (float) (area.getY() + 18));

        List<Integer> starts = starts();
        double left = area.getX() + MARGIN + LABELS;
        double top = area.getY() + TITLE + RULER;
        double cell = (area.getMaxX() - MARGIN - left) / padded();
        double row = (area.getMaxY() - MARGIN - top - IMAGE_GAP) / (starts.size() + 1);
        ruler(graphics, left, top, cell, area.getMaxY() - MARGIN);
        for (int pixel = 0; pixel < padded(); pixel++) {
            boolean added = pixel < padding || pixel >= padding + input;
            cell(graphics, left + pixel * cell, top, cell, row, added ? PADDING : Palette.SKY_BLUE);
        }
        for (int position = 0; position < starts.size(); position++) {
            double y = top + IMAGE_GAP + (position + 1) * row;
            label(graphics, position + 1, starts.size(), left, y + row / 2);
            for (int weight = 0; weight < kernel; weight++) {
                double x = left + (starts.get(position) + weight * dilation) * cell;
                cell(graphics, x, y, cell, row, Palette.VERMILION);
            }
        }
    }

    private void ruler(Graphics2D graphics, double left, double top, double cell, double bottom) {
        graphics.setFont(Fonts.regular(10.5));
        graphics.setStroke(new BasicStroke(0.8f));
        for (int tick : ticks()) {
            double x = left + (tick + padding) * cell;
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(x, top - 3, x, bottom));
            graphics.setColor(Palette.FAINT_TEXT);
            String text = Integer.toString(tick);
            double width = graphics.getFontMetrics().stringWidth(text);
            graphics.drawString(text, (float) (x - width / 2), (float) (top - 6));
        }
    }

    /** Both ends of the padded image and multiples of 8 between them. */
    private SortedSet<Integer> ticks() {
        SortedSet<Integer> ticks = new TreeSet<>(List.of(-padding, input + padding));
        for (int tick = 0; tick < input + padding; tick += TICK_EVERY) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** Labels the first and the last position and some between them. */
    private static void label(Graphics2D graphics, int position, int last, double left, double y) {
        boolean tooNearToLast = position != last && last - position < 2;
        if (position != 1 && position != last && (position % NUMBER_EVERY != 0 || tooNearToLast)) {
            return;
        }
        graphics.setColor(Palette.FAINT_TEXT);
        graphics.setFont(position == last ? Fonts.semiBold(11) : Fonts.regular(10.5));
        String text = Integer.toString(position);
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (left - 7 - width), (float) (y + 4));
    }

    private static void cell(Graphics2D graphics, double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x + 0.5, y + 1, width - 1, height - 2));
    }
}
