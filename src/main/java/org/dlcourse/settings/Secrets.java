package org.dlcourse.settings;

import java.util.regex.Pattern;

/** Takes names and passwords out of addresses that a message quotes. */
public final class Secrets {
    private static final String MASK = "***@";
    /** Up to the last @, since a password that should have been encoded may hold one, or a slash. */
    private static final Pattern USER_INFORMATION = Pattern.compile("(?<=://)(?!/)\\S*@");

    private Secrets() {}

    /** The text with three stars for the name and the password of each address in it. */
    public static String masked(String text) {
        return USER_INFORMATION.matcher(text).replaceAll(MASK);
    }
}
