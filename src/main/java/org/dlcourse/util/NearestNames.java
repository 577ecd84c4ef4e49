package org.dlcourse.util;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which known names may have been meant by one that is not known. */
public final class NearestNames {
    private NearestNames() {}

    /**
     * All names that differ least from one that is not known, by Levenshtein's distance: how many letters have to be changed,
     * inserted or left out. The case of letters makes no difference.
     *
     * @return in the order of the known names; empty if there are none
     */
    public static List<String> of(String name, Collection<String> known) {
        int least = known.stream().mapToInt(one -> distance(one, name)).min().orElse(0);
        return known.stream().filter(one -> distance(one, name) == least).toList();
    }

    private static int distance(String one, String other) {
        String a = one.toUpperCase(Locale.ROOT);
        String b = other.toUpperCase(Locale.ROOT);
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
