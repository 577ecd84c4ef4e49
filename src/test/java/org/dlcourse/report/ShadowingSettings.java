package org.dlcourse.report;

import java.util.List;
import org.dlcourse.settings.Setting;
import org.dlcourse.settings.SettingsProvider;

/** The settings of a course of which one has the name of the engine's, for tests of what is reported. */
public final class ShadowingSettings implements SettingsProvider {
    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.wholeNumber("seed", 1, 1, "another seed"));
    }
}
