package org.dlcourse.batch;

import java.nio.file.Path;
import java.util.Optional;
import org.dlcourse.report.ClassMarks;
import org.dlcourse.settings.Isolation;

/**
 * How submissions are judged.
 *
 * @param isolation that works here
 * @param salt word from which hidden cases are drawn
 * @param data folder of the real data sets, if there is one
 * @param runs folder of results with the reference's runs, if there is one
 * @param heap Java's memory for each process, as {@code -Xmx} takes it
 * @param marks that a person gave for answers
 */
record GradingOptions(
        Isolation isolation, String salt, Optional<Path> data, Optional<Path> runs, String heap, ClassMarks marks) {}
