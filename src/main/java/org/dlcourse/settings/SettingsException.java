package org.dlcourse.settings;

/** A {@code course.*} property has a name or a value that the harness does not know. */
public final class SettingsException extends RuntimeException {
    public SettingsException(String message) {
        super(message);
    }
}
