package org.dlcourse.grading;

import java.util.List;

/**
 * Registers the exercises of a course that students hand in as code; named in {@code
 * META-INF/services/org.dlcourse.grading.ExerciseProvider}.
 */
public interface ExerciseProvider {
    /** The exercises; each interface occurs once. */
    List<SubmittedExercise<?>> exercises();
}
