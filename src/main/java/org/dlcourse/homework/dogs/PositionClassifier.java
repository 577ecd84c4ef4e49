package org.dlcourse.homework.dogs;

import java.util.HashMap;
import java.util.Map;
import org.dlcourse.dataset.OrientationPatterns;

/**
 * A classifier that knows where a pattern is and nothing else: it says the class that was more frequent there.
 *
 * @param patterns all of them
 */
record PositionClassifier(OrientationPatterns patterns) {
    private record Position(int row, int column) {}

    /** Part of the second half that is classified right by what the first half tells; unknown places are the first class. */
    double accuracy() {
        int half = patterns.images().count() / 2;
        Map<Position, Integer> balance = new HashMap<>();
        for (int i = 0; i < half; i++) {
            balance.merge(position(i), label(i) == 0 ? -1 : 1, Integer::sum);
        }
        int right = 0;
        for (int i = half; i < patterns.images().count(); i++) {
            int predicted = balance.getOrDefault(position(i), 0) > 0 ? 1 : 0;
            right += predicted == label(i) ? 1 : 0;
        }
        return (double) right / (patterns.images().count() - half);
    }

    private Position position(int i) {
        return new Position(patterns.rows()[i], patterns.columns()[i]);
    }

    private int label(int i) {
        return patterns.images().labels()[i];
    }
}
