package org.dlcourse.figure;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A grid of images of equal size, enlarged without smoothing.
 *
 * @param title above the grid; empty for none
 * @param columns number of images in a row
 * @param images row by row
 * @param rowLabels one beside each row; empty for none
 * @param columnLabels one above each column; empty for none
 * @param imageLabels one below each image; empty for none
 */
public record ImageGrid(
        String title,
        int columns,
        List<BufferedImage> images,
        List<String> rowLabels,
        List<String> columnLabels,
        List<String> imageLabels)
        implements Drawing {
    private static final double TITLE_HEIGHT = 26;
    private static final double LABEL_HEIGHT = 18;
    private static final double LABEL_GAP = 8;
    /** The gap between images relative to their side. */
    private static final double GAP = 0.08;

    public ImageGrid {
        images = List.copyOf(images);
        rowLabels = List.copyOf(rowLabels);
        columnLabels = List.copyOf(columnLabels);
        imageLabels = List.copyOf(imageLabels);
    }

    /** A grid without labels below the images. */
    public ImageGrid(
            String title, int columns, List<BufferedImage> images, List<String> rowLabels, List<String> columnLabels) {
        this(title, columns, images, rowLabels, columnLabels, List.of());
    }

    /** A grid without labels. */
    public ImageGrid(String title, int columns, List<BufferedImage> images) {
        this(title, columns, images, List.of(), List.of());
    }

    @Override
    public String inWords() {
        String labels = Stream.of(columnLabels, rowLabels, imageLabels)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return images.size()
                + (images.size() == 1 ? " image" : " images")
                + (title.isEmpty() ? "" : " \"" + title + "\"")
                + (labels.isEmpty() ? "." : ": " + labels + ".");
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double top = area.getY() + (title.isEmpty() ? 4 : TITLE_HEIGHT) + (columnLabels.isEmpty() ? 0 : LABEL_HEIGHT);
        graphics.setFont(Fonts.regular(11));
        double left = area.getX() + 4 + labelWidth(graphics.getFontMetrics());
        int rows = (images.size() + columns - 1) / columns;
        double below = imageLabels.isEmpty() ? 0 : LABEL_HEIGHT;
        double pitch = Math.min((area.getMaxX() - left - 4) / columns, (area.getMaxY() - top - 4) / rows - below);
        double side = pitch / (1 + GAP);
        left += (area.getMaxX() - left - columns * pitch) / 2;

        graphics.setColor(Palette.TEXT);
        graphics.setFont(Fonts.semiBold(13));
        centred(graphics, title, area.getCenterX(), area.getY() + 17);
        graphics.setFont(Fonts.regular(11));
        graphics.setColor(Palette.FAINT_TEXT);
        for (int column = 0; column < columnLabels.size(); column++) {
            centred(graphics, columnLabels.get(column), left + column * pitch + side / 2, top - 6);
        }
        for (int row = 0; row < rowLabels.size(); row++) {
            String label = rowLabels.get(row);
            double x = left - LABEL_GAP - graphics.getFontMetrics().stringWidth(label);
            graphics.drawString(label, (float) x, (float) (top + row * (pitch + below) + side / 2 + 4));
        }
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        for (int i = 0; i < images.size(); i++) {
            BufferedImage image = enlarged(images.get(i), side);
            int x = (int) Math.round(left + i % columns * pitch);
            int y = (int) Math.round(top + i / columns * (pitch + below));
            graphics.drawImage(image, x, y, (int) Math.round(side), (int) Math.round(side), null);
            if (!imageLabels.isEmpty()) {
                centred(graphics, imageLabels.get(i), x + side / 2, y + side + LABEL_HEIGHT - 4);
            }
        }
    }

    /** The width of the widest row label with its gap, or 0. */
    private double labelWidth(FontMetrics metrics) {
        return rowLabels.stream().mapToDouble(metrics::stringWidth).max().stream()
                .map(width -> width + LABEL_GAP)
                .sum();
    }

    /** An image enlarged by an integer factor, because viewers of an SVG file smooth images that they enlarge. */
    private static BufferedImage enlarged(BufferedImage image, double side) {
        int factor = Math.max(1, (int) Math.ceil(2 * side / image.getWidth()));
        BufferedImage large =
                new BufferedImage(image.getWidth() * factor, image.getHeight() * factor, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[image.getWidth()];
        int[] wide = new int[large.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < wide.length; x++) {
                wide[x] = row[x / factor];
            }
            // The same row again and again.
            large.setRGB(0, y * factor, wide.length, factor, wide, 0, 0);
        }
        return large;
    }

    private static void centred(Graphics2D graphics, String text, double x, double y) {
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - width / 2), (float) y);
    }
}
