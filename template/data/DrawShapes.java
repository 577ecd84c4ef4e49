import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws the template's images: {@code java DrawShapes.java} in this folder writes {@code shapes/CLASS/NUMBER.png} anew. */
public final class DrawShapes {
    private static final int SIDE = 16;
    private static final int IMAGES = 100;
    private static final List<String> CLASSES = List.of("circle", "cross", "triangle");

    public static void main(String[] arguments) throws IOException {
        Random random = new Random(1);
        for (String name : CLASSES) {
            File folder = new File("shapes", name);
            folder.mkdirs();
            for (int i = 0; i < IMAGES; i++) {
                ImageIO.write(image(name, random), "png", new File(folder, String.format("%03d.png", i)));
            }
        }
    }

    private static BufferedImage image(String name, Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int background = 40 + random.nextInt(40);
        graphics.setColor(new Color(background, background, background));
        graphics.fillRect(0, 0, SIDE, SIDE);
        int brightness = 150 + random.nextInt(100);
        graphics.setColor(new Color(brightness, brightness, brightness));
        graphics.setStroke(new BasicStroke(1.3f));
        double size = 5 + 2 * random.nextDouble();
        double left = 1 + (SIDE - 2 - size) * random.nextDouble();
        double top = 1 + (SIDE - 2 - size) * random.nextDouble();
        draw(graphics, name, left, top, size);
        graphics.dispose();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double noisy = image.getRaster().getSample(x, y, 0) + 12 * random.nextGaussian();
                image.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, noisy)));
            }
        }
        return image;
    }

    private static void draw(Graphics2D graphics, String name, double left, double top, double size) {
        switch (name) {
            case "circle" -> graphics.draw(new Ellipse2D.Double(left, top, size, size));
            case "cross" -> {
                graphics.draw(new Line2D.Double(left, top, left + size, top + size));
                graphics.draw(new Line2D.Double(left, top + size, left + size, top));
            }
            default -> {
                Polygon triangle = new Polygon();
                triangle.addPoint((int) Math.round(left), (int) Math.round(top + size));
                triangle.addPoint((int) Math.round(left + size), (int) Math.round(top + size));
                triangle.addPoint((int) Math.round(left + size / 2), (int) Math.round(top));
                graphics.draw(triangle);
            }
        }
    }
}
