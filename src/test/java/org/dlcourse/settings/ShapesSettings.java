package org.dlcourse.settings;

import java.util.List;

/** The settings of a course, for tests of what becomes of them. */
public final class ShapesSettings implements SettingsProvider {
    public static final Setting<Long> SIDES = Setting.wholeNumber("sides", 5, 3, "sides of the largest polygon");
    public static final Setting<String> COLOUR = Setting.text("colour", "blue", "colour of the polygons");

    @Override
    public List<Setting<?>> settings() {
        return List.of(SIDES, COLOUR);
    }
}
