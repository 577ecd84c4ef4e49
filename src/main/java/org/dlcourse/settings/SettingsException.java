package org.dlcourse.settings;

/** A {@code course.*} property has a name or a value that the harness does not know. */
public final class SettingsException extends RuntimeException {
    public SettingsException(String message) {
        // Without a stack trace: the message is for whoever set the property, and says it all.
        super(message, null, false, false);
    }
}
