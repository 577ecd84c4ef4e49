package org.dlcourse.reference;

import java.util.List;
import java.util.Optional;
import org.dlcourse.figure.Figure;

/**
 * A figure of lines as its page had it.
 *
 * @param title content of the figure
 * @param words what it shows, for who cannot see it
 * @param caption explanation of the drawing
 * @param width in CSS pixels
 * @param svg the drawing
 */
public record RecordedFigure(String title, String words, String caption, int width, String svg) {
    /**
     * The first figure of lines, which is a page's main one. Those of pixels are never recorded: they may show images of the data.
     *
     * @param figures of a page, in its order
     */
    public static Optional<RecordedFigure> mainOf(List<Figure> figures) {
        return figures.stream()
                .flatMap(figure -> figure
                        .svg()
                        .map(svg -> new RecordedFigure(
                                figure.title(), figure.inWords(), figure.caption(), figure.width(), svg))
                        .stream())
                .findFirst();
    }
}
