package org.dlcourse.report;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dlcourse.settings.Secrets;
import org.dlcourse.settings.SettingsException;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;

/**
 * An expression that selects tests, as a user gave it: a JUnit tag expression, in which a comma stands for "or" and the case of
 * ids does not matter.
 *
 * @param property that it was given by
 * @param text as it was given
 */
record TagSelection(String property, String text) {
    /** A name as JUnit's tag expressions have it, and their two words that look like one. */
    private static final Pattern NAME = Pattern.compile("(?:any|none)\\(\\)|[^\\s()!&|]+");

    static TagSelection ofProcess(String property) {
        return new TagSelection(property, System.getProperty(property, ""));
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /**
     * Selects the tests that it matches.
     *
     * @throws SettingsException if it is no expression, or names what is not known
     */
    PostDiscoveryFilter including(TagNames names) {
        return parsed(TagFilter::includeTags, names);
    }

    /**
     * Selects the tests that it does not match.
     *
     * @throws SettingsException if it is no expression, or names what is not known
     */
    PostDiscoveryFilter excluding(TagNames names) {
        return parsed(TagFilter::excludeTags, names);
    }

    private PostDiscoveryFilter parsed(Function<List<String>, PostDiscoveryFilter> parser, TagNames names) {
        String expression = NAME.matcher(text.replace(',', '|'))
                .replaceAll(found -> Matcher.quoteReplacement(known(found.group(), names)));
        try {
            return parser.apply(List.of(expression));
        } catch (JUnitException e) {
            throw new SettingsException("The property " + property + " is \"" + Secrets.masked(text)
                    + "\", which is not a tag expression (" + Secrets.masked(e.getMessage())
                    + "). Expected ids of requirements or handouts, joined by , & | ! and parentheses, such as ANN-3.1,"
                    + " 'ANN-2.1,CONV' or 'ANN & !ANN-3.1'.");
        }
    }

    private String known(String name, TagNames names) {
        return name.endsWith("()") ? name : names.find(name).orElseThrow(() -> unknown(name, names));
    }

    private SettingsException unknown(String name, TagNames names) {
        return new SettingsException("The property " + property + " names " + Secrets.masked(name)
                + ", which is the id of no requirement and no handout, and no test's tag. Nearest: "
                + String.join(", ", names.nearest(name)) + ". Handouts: " + String.join(", ", names.handouts())
                + ". Such names can be joined by , & | ! and parentheses.");
    }

    @Override
    public String toString() {
        return "-D" + property + "=" + Secrets.masked(text);
    }
}
