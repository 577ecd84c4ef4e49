package org.dlcourse.settings;

import java.util.List;
import java.util.regex.Pattern;

/** Keeps passwords out of what a run shows and leaves behind. */
public final class Secrets {
    private static final String MASK = "***@";
    /** Up to the last @, since a password that should have been encoded may hold one, or a slash. */
    private static final Pattern USER_INFORMATION = Pattern.compile("(?<=://)(?!/)\\S*@");

    /** What Java's own clients would send to a proxy; those of this project do not. */
    private static final List<String> PASSWORDS = List.of("http.proxyPassword", "https.proxyPassword");

    private Secrets() {}

    /** The text with three stars for the name and the password of each address in it. */
    public static String masked(String text) {
        return USER_INFORMATION.matcher(text).replaceAll(MASK);
    }

    /** Removes passwords from this process's properties, all of which Surefire writes to its files. */
    public static void removeFromProperties() {
        PASSWORDS.forEach(System::clearProperty);
    }
}
