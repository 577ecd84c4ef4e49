package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import org.dlcourse.dataset.LabelledImages;

/**
 * Brightness and contrast of an image, with values from 0 (black) to 1 (white).
 *
 * @param mean mean of the values: brightness
 * @param deviation standard deviation of the values: contrast
 */
record Brightness(double mean, double deviation) {
    private static final double WHITE = 255;

    static Brightness of(LabelledImages images, int index) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < images.imageSize(); i++) {
            double value = (images.pixels()[index * images.imageSize() + i] & 0xff) / WHITE;
            sum += value;
            squares += value * value;
        }
        double mean = sum / images.imageSize();
        return new Brightness(mean, Math.sqrt(squares / images.imageSize() - mean * mean));
    }

    static Brightness mean(LabelledImages images, List<HardImages.Prediction> predictions) {
        List<Brightness> all = predictions.stream()
                .map(prediction -> of(images, prediction.index()))
                .toList();
        return new Brightness(
                all.stream().mapToDouble(Brightness::mean).average().orElseThrow(),
                all.stream().mapToDouble(Brightness::deviation).average().orElseThrow());
    }
}
