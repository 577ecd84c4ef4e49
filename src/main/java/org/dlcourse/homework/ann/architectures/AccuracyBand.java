package org.dlcourse.homework.ann.architectures;

import java.util.Locale;
import org.dlcourse.model.Architecture;

/**
 * The interval of the test accuracy of an architecture's best run at full scale, with Adam on gray CIFAR-10.
 *
 * @param lower lower end
 * @param upper upper end
 * @param published best of ten runs, as published for this handout
 */
record AccuracyBand(double lower, double upper, double published) {
    static AccuracyBand of(Architecture architecture) {
        return switch (architecture.name()) {
            case "mlp_1" -> new AccuracyBand(0.385, 0.425, 0.403);
            case "mlp_2" -> new AccuracyBand(0.385, 0.43, 0.409);
            case "cnn_3" -> new AccuracyBand(0.56, 0.65, 0.587);
            case "cnn_4" -> new AccuracyBand(0.60, 0.67, 0.633);
            case "cnn_5" -> new AccuracyBand(0.56, 0.67, 0.599);
            default -> throw new IllegalArgumentException("There is no accuracy band for " + architecture.name());
        };
    }

    String source() {
        return String.format(Locale.ROOT, "around the published best of ten runs, %.3f", published);
    }
}
