package org.dlcourse.homework.dogs.patterns;

import java.util.HashMap;
import java.util.Map;
import org.dlcourse.homework.data.OrientationPatterns;

/**
 * A classifier that only uses the position of a pattern: it predicts the class that was more frequent at the position.
 *
 * @param labels class of each pattern, 0 or 1
 * @param rows row of each pattern
 * @param columns column of each pattern
 */
record PositionClassifier(int[] labels, int[] rows, int[] columns) {
    static PositionClassifier of(OrientationPatterns patterns) {
        return new PositionClassifier(patterns.images().labels(), patterns.rows(), patterns.columns());
    }

    /** Like {@link #of}, with the patterns of one class moved below the others, so that the position determines the class. */
    static PositionClassifier ofSeparatedClasses(OrientationPatterns patterns) {
        int[] rows = patterns.rows().clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] += patterns.images().labels()[i] * patterns.images().height();
        }
        return new PositionClassifier(patterns.images().labels(), rows, patterns.columns());
    }

    private record Position(int row, int column) {}

    /** The accuracy on the second half, learnt from the first; at unknown positions the first class is predicted. */
    double accuracy() {
        int half = labels.length / 2;
        Map<Position, Integer> balance = new HashMap<>();
        for (int i = 0; i < half; i++) {
            balance.merge(position(i), labels[i] == 0 ? -1 : 1, Integer::sum);
        }
        int correct = 0;
        for (int i = half; i < labels.length; i++) {
            int predicted = balance.getOrDefault(position(i), 0) > 0 ? 1 : 0;
            correct += predicted == labels[i] ? 1 : 0;
        }
        return (double) correct / (labels.length - half);
    }

    private Position position(int i) {
        return new Position(rows[i], columns[i]);
    }
}
