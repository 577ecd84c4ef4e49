package org.dlcourse.homework.dogs.patterns;

import java.util.HashMap;
import java.util.Map;
import org.dlcourse.homework.data.OrientationPatterns;

/**
 * A classifier that knows where a pattern is and nothing else: it says the class that was more frequent there.
 *
 * @param labels 0 or 1, one a pattern
 * @param rows of the patterns
 * @param columns of the patterns
 */
record PositionClassifier(int[] labels, int[] rows, int[] columns) {
    static PositionClassifier of(OrientationPatterns patterns) {
        return new PositionClassifier(patterns.images().labels(), patterns.rows(), patterns.columns());
    }

    /** As {@link #of} if one class lay below the other, so that the position gives the class away. */
    static PositionClassifier ofClassesApart(OrientationPatterns patterns) {
        int[] rows = patterns.rows().clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] += patterns.images().labels()[i] * patterns.images().height();
        }
        return new PositionClassifier(patterns.images().labels(), rows, patterns.columns());
    }

    private record Position(int row, int column) {}

    /** Part of the second half that is classified right by what the first half tells; unknown places are the first class. */
    double accuracy() {
        int half = labels.length / 2;
        Map<Position, Integer> balance = new HashMap<>();
        for (int i = 0; i < half; i++) {
            balance.merge(position(i), labels[i] == 0 ? -1 : 1, Integer::sum);
        }
        int right = 0;
        for (int i = half; i < labels.length; i++) {
            int predicted = balance.getOrDefault(position(i), 0) > 0 ? 1 : 0;
            right += predicted == labels[i] ? 1 : 0;
        }
        return (double) right / (labels.length - half);
    }

    private Position position(int i) {
        return new Position(rows[i], columns[i]);
    }
}
