package org.dlcourse.settings;

import java.util.Map;

/**
 * A setting as a user gave it, or its default.
 *
 * @param setting which one
 * @param text as given
 * @param origin where it was given, for messages
 */
record GivenSetting<T>(Setting<T> setting, String text, String origin) {
    private static final String DEFAULT = "default";

    /** What the property says, else the variable, unless it is empty, else the default. */
    static <T> GivenSetting<T> of(Setting<T> setting, Map<String, String> properties, Map<String, String> environment) {
        String property = properties.get(setting.property());
        if (property != null) {
            return new GivenSetting<>(setting, property.strip(), "property " + setting.property());
        }
        String variable = environment.get(setting.variable());
        if (variable != null && !variable.isBlank()) {
            return new GivenSetting<>(setting, variable.strip(), "environment variable " + setting.variable());
        }
        return new GivenSetting<>(setting, setting.defaultValue(), DEFAULT);
    }

    boolean isDefault() {
        return origin.equals(DEFAULT);
    }

    /**
     * The value.
     *
     * @throws SettingsException if the text is not valid
     */
    T value() {
        return setting.parser()
                .apply(text)
                .orElseThrow(() -> new SettingsException(
                        "The " + origin + " is \"" + Secrets.masked(text) + "\"; expected " + setting.meaning() + "."));
    }
}
