package org.dlcourse.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.dlcourse.util.NearestNames;

/**
 * All settings that a run may have.
 *
 * @param own those that courses register; the engine's come before them
 */
record KnownSettings(List<Setting<?>> own) {
    private static final String SERVICE = "META-INF/services/" + SettingsProvider.class.getName();

    /**
     * The settings that providers on the class path register.
     *
     * @throws SettingsException if a provider cannot be made, or two settings have one name
     */
    static KnownSettings ofClassPath() {
        List<SettingsProvider> providers = new ArrayList<>();
        try {
            ServiceLoader.load(SettingsProvider.class, SettingsProvider.class.getClassLoader())
                    .forEach(providers::add);
        } catch (ServiceConfigurationError e) {
            throw new SettingsException("A course's settings cannot be read: " + reason(e) + ". Expected in " + SERVICE
                    + " the name of a public class that implements SettingsProvider and has a public constructor without"
                    + " parameters.");
        }
        return of(providers);
    }

    /**
     * The settings that these providers register.
     *
     * @throws SettingsException if two settings have one name
     */
    static KnownSettings of(List<SettingsProvider> providers) {
        Map<String, String> owners = new LinkedHashMap<>();
        EngineSettings.ALL.forEach(setting -> owners.put(setting.property(), "the engine"));
        List<Setting<?>> own = new ArrayList<>();
        for (SettingsProvider provider : providers) {
            for (Setting<?> setting : provider.settings()) {
                String owner = owners.putIfAbsent(
                        setting.property(), provider.getClass().getName());
                if (owner != null) {
                    throw new SettingsException("The setting " + setting.property() + ", which "
                            + provider.getClass().getName() + " registers, is already a setting of " + owner
                            + ". Give it another name.");
                }
                own.add(setting);
            }
        }
        return new KnownSettings(List.copyOf(own));
    }

    /**
     * Makes sure that each property of a course is a setting.
     *
     * @throws SettingsException with the nearest names if one is not
     */
    void requireKnown(Map<String, String> properties) {
        List<String> known = new ArrayList<>();
        EngineSettings.ALL.forEach(setting -> known.add(setting.property()));
        own.forEach(setting -> known.add(setting.property()));
        properties.keySet().stream()
                .filter(Setting::isCourseProperty)
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new SettingsException("Unknown property " + name + ". Nearest: "
                            + String.join(", ", NearestNames.of(name, known)) + ". Known: "
                            + String.join(", ", known) + ".");
                });
    }

    private static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return error.getMessage() + (cause == error ? "" : " (" + cause.getMessage() + ")");
    }
}
