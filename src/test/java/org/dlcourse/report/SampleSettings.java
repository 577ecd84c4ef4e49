package org.dlcourse.report;

import java.util.List;
import org.dlcourse.settings.Setting;
import org.dlcourse.settings.SettingsProvider;

/** The settings of a course, for tests of what a report says of them. */
public final class SampleSettings implements SettingsProvider {
    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Setting.wholeNumber("sides", 5, 3, "sides of the largest polygon"),
                Setting.text("colour", "blue", "colour of the polygons"));
    }

    /** A provider whose setting has the name of one of the engine's. */
    public static final class Shadowing implements SettingsProvider {
        @Override
        public List<Setting<?>> settings() {
            return List.of(Setting.wholeNumber("seed", 1, 1, "another seed"));
        }
    }
}
