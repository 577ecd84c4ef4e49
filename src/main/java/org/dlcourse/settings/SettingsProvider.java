package org.dlcourse.settings;

import java.util.List;

/**
 * The settings of a course, beside those of every course ({@link EngineSettings}). They are given as system properties {@code
 * course.NAME} or environment variables, checked before any test runs, and listed by the report.
 *
 * <pre>{@code
 * public final class ShapesSettings implements SettingsProvider {
 *     public static final Setting<Long> SIDES = Setting.wholeNumber("sides", 5, 3, "sides of the largest polygon");
 *     public static final Setting<String> COLOUR = Setting.text("colour", "blue", "colour of the polygons");
 *
 *     @Override
 *     public List<Setting<?>> settings() {
 *         return List.of(SIDES, COLOUR);
 *     }
 * }
 * }</pre>
 *
 * <p>It is found by {@link java.util.ServiceLoader}: the file {@code META-INF/services/org.dlcourse.settings.SettingsProvider} has
 * the line {@code org.example.shapes.ShapesSettings}. A test that asks for {@link CourseSettings} has the value:
 *
 * <pre>{@code
 * long sides = settings.get(ShapesSettings.SIDES);
 * }</pre>
 */
public interface SettingsProvider {
    /**
     * The settings, in the order in which the report lists them.
     *
     * @return settings whose names neither the engine nor another course has
     */
    List<Setting<?>> settings();
}
