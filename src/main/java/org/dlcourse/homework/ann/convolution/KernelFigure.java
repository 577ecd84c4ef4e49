package org.dlcourse.homework.ann.convolution;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.figure.WithColourBar;

/**
 * The kernels of a convolution as pictures, one beside the other.
 *
 * @param inputs with the kernels [filters, 1, height, width]
 */
record KernelFigure(ConvolutionInputs inputs) {
    Figure figure() {
        int kernels = (int) inputs.kernel().size(0);
        int height = (int) inputs.kernel().size(2);
        int width = (int) inputs.kernel().size(3);
        double[] weights = inputs.kernel().dup('c').data().asDouble();
        double largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
        List<BufferedImage> tiles = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (int kernel = 0; kernel < kernels; kernel++) {
            double[] one = Arrays.copyOfRange(weights, kernel * height * width, (kernel + 1) * height * width);
            tiles.add(ImageTile.of(one, height, width, ColourScale.gray(-largest, largest)));
            for (int i = 0; i < one.length; i++) {
                rows.add(List.of(kernel + 1, i / width + 1, i % width + 1, one[i]));
            }
        }
        return new Figure(
                "The kernels",
                String.format(
                        Locale.ROOT,
                        "%d kernels of %d x %d weights, on one gray scale from black at %.2f over gray at 0 to white at %.2f.",
                        kernels,
                        height,
                        width,
                        -largest,
                        largest),
                840,
                120,
                new WithColourBar(
                        new ImageGrid(
                                "",
                                kernels,
                                tiles,
                                List.of(),
                                IntStream.rangeClosed(1, kernels)
                                        .mapToObj(kernel -> "kernel " + kernel)
                                        .toList()),
                        ColourScale.gray(-largest, largest)),
                List.of(new DataTable("Weights of the kernels", List.of("kernel", "row", "column", "weight"), rows)));
    }
}
