package org.dlcourse.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Titles of handouts and parts as Allure's trees show them, which sort groups by name and cut a package's at full stops. */
final class TreeTitles {
    private TreeTitles() {}

    /**
     * The title of a part: with its number before it, unless the titles of all parts are in their order by name as well, such as "Part 1:
     * ...", "Part 2: ...".
     *
     * @param titles of all parts of the handout, in its order
     * @param title one of them
     */
    static String of(List<String> titles, String title) {
        List<String> byName = titles.stream()
                .sorted(Comparator.comparing(one -> one.toLowerCase(Locale.ROOT)))
                .toList();
        if (byName.equals(titles)) {
            return title;
        }
        int digits = Integer.toString(titles.size()).length();
        return String.format(Locale.ROOT, "%0" + digits + "d · %s", 1 + titles.indexOf(title), title);
    }

    /** A handout and its part as a package and one within it. */
    static String asPackage(String handout, String part) {
        return handout.replace('.', '\u2024') + "." + part.replace('.', '\u2024');
    }
}
