package org.dlcourse.homework.dogs.patterns;

import org.dlcourse.dataset.LabelledImages;

/**
 * A classifier without training: edges are horizontal where pixels change more from row to row than from column to column.
 *
 * @param images gray images of class 0 with horizontal and class 1 with vertical edges
 */
record EdgeClassifier(LabelledImages images) {
    /** The fraction of the images that are classified correctly. */
    double accuracy() {
        int correct = 0;
        for (int image = 0; image < images.count(); image++) {
            int predicted = change(image, 1, 0) >= change(image, 0, 1) ? 0 : 1;
            correct += predicted == images.labels()[image] ? 1 : 0;
        }
        return (double) correct / images.count();
    }

    /** The sum of squared differences of each pixel from the one at an offset down and right. */
    private double change(int image, int down, int right) {
        double sum = 0;
        for (int y = 0; y < images.height() - down; y++) {
            for (int x = 0; x < images.width() - right; x++) {
                double difference = images.pixel(image, 0, y + down, x + right) - images.pixel(image, 0, y, x);
                sum += difference * difference;
            }
        }
        return sum;
    }
}
