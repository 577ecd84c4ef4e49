package org.dlcourse.training;

import java.util.Locale;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.Sha256;

/**
 * The three sets of examples of a run.
 *
 * @param title what every figure and file says of the data: name and origin
 * @param training what the network learns from
 * @param validation what its progress is judged by
 * @param test what it is tested on, once, at the end
 */
public record TrainingData(String title, Examples training, Examples validation, Examples test) {
    /** The digest of all that a run can see. */
    public String sha256() {
        return new Sha256()
                .add(training.sha256())
                .add(validation.sha256())
                .add(test.sha256())
                .hex();
    }

    /** Title, sizes and digest in one line. */
    public String description() {
        return String.format(
                Locale.ROOT,
                "%s: %,d training, %,d validation, %,d test images, SHA-256 %s",
                title,
                training.count(),
                validation.count(),
                test.count(),
                sha256().substring(0, 12));
    }
}
