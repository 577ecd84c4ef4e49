package org.dlcourse.homework.dogs.patterns;

import org.dlcourse.dataset.LabelledImages;

/**
 * A classifier that needs no training: edges are level where pixels change more from row to row than from column to column.
 *
 * @param images gray, of class 0 with level and class 1 with upright edges
 */
record EdgeClassifier(LabelledImages images) {
    /** Part of the images that are classified right. */
    double accuracy() {
        int right = 0;
        for (int image = 0; image < images.count(); image++) {
            int predicted = change(image, 1, 0) >= change(image, 0, 1) ? 0 : 1;
            right += predicted == images.labels()[image] ? 1 : 0;
        }
        return (double) right / images.count();
    }

    /** Sum of squared changes from each pixel to the one so far down and right. */
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
