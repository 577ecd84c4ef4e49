package org.dlcourse.grading;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The exercises of all courses on the class path that students hand in as code. */
final class RegisteredExercises {
    private static final String FILE = "META-INF/services/" + ExerciseProvider.class.getName();

    private RegisteredExercises() {}

    static List<SubmittedExercise<?>> all() {
        try {
            return ServiceLoader.load(ExerciseProvider.class).stream()
                    .<SubmittedExercise<?>>flatMap(provider -> provider.get().exercises().stream())
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "The exercises that students hand in cannot be found: " + e.getMessage() + ". Expected in " + FILE
                            + " one line for each provider: the name of a public class that implements "
                            + ExerciseProvider.class.getSimpleName() + " and has a constructor without arguments.",
                    e);
        }
    }

    /** Their interfaces. */
    static List<Class<?>> interfaces() {
        return all().stream().<Class<?>>map(SubmittedExercise::exercise).toList();
    }

    /**
     * One of them.
     *
     * @throws IllegalStateException if no {@link ExerciseProvider} registers it
     */
    static SubmittedExercise<?> of(Class<?> exercise) {
        return all().stream()
                .filter(one -> one.exercise().equals(exercise))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No course registers how students hand in "
                        + exercise.getName() + ". Expected it among the exercises of an ExerciseProvider that "
                        + FILE + " names."));
    }
}
