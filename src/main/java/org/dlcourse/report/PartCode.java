package org.dlcourse.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dlcourse.experiment.CodeVersion;
import org.dlcourse.util.ClassFile;

/**
 * Which of a course's classes solve a part of a handout, from the class files of its tests.
 *
 * <pre>
 * PartTest --&gt; PosteriorPage --&gt; PosteriorExperiment --&gt; GaussianMixture
 *      |            |                  an experiment         what it uses
 *      |            +--&gt; PosteriorFigure                        passed over: it draws
 *      +-----&gt; SummedParameterCount                            a solution, which the test names
 * </pre>
 *
 * <p>These are: the tests; the experiments that they and their pages conduct; all that a test names, or a page that asks for {@code
 * Solutions}; and what those use in their turn. Pages, figures and known mistakes are passed over.
 */
final class PartCode {
    private static final String EVIDENCE = "org/dlcourse/report/Evidence";
    private static final String SOLUTIONS = "org/dlcourse/grading/Solutions";
    private static final String EXPERIMENT = "org/dlcourse/experiment/Experiment";

    /** What uses these draws, or is wrong on purpose; it is no solution. */
    private static final List<String> PASSED_OVER = List.of("org/dlcourse/figure/", "org/dlcourse/kit/Mistake");

    private final ClassLoader loader;
    private final CourseSources sources;
    /** What each class that was read uses. */
    private final Map<String, Set<String>> found = new HashMap<>();

    /**
     * A search.
     *
     * @param loader of the classes
     * @param sources of the course, whose classes count alone
     */
    PartCode(ClassLoader loader, CourseSources sources) {
        this.loader = loader;
        this.sources = sources;
    }

    /**
     * The classes, the tests first.
     *
     * @param tests names as in a class file, of no nested class
     * @return names as in a class file, of no nested class
     * @throws IOException if a class file cannot be read
     */
    Set<String> of(Collection<String> tests) throws IOException {
        Set<String> solutions = new LinkedHashSet<>();
        Set<String> pages = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(tests);
        while (!open.isEmpty()) {
            String page = open.pop();
            if (!pages.add(page)) {
                continue;
            }
            boolean asks = tests.contains(page) || uses(page, SOLUTIONS);
            for (String one : ownReferences(page)) {
                if (uses(one, EVIDENCE)) {
                    open.add(one);
                } else if (asks || uses(one, EXPERIMENT)) {
                    solutions.add(one);
                }
            }
        }
        Set<String> all = new LinkedHashSet<>(tests);
        all.addAll(withAllThatTheyUse(solutions));
        return all;
    }

    private Set<String> withAllThatTheyUse(Set<String> roots) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String one = open.pop();
            if (!all.contains(one) && !isPassedOver(one)) {
                all.add(one);
                open.addAll(ownReferences(one));
            }
        }
        return all;
    }

    private boolean isPassedOver(String name) throws IOException {
        return uses(name, EVIDENCE)
                || references(name).stream()
                        .anyMatch(used -> PASSED_OVER.stream().anyMatch(used::startsWith));
    }

    private boolean uses(String name, String other) throws IOException {
        return references(name).contains(other);
    }

    private Set<String> ownReferences(String name) throws IOException {
        Set<String> own = new TreeSet<>();
        for (String used : references(name)) {
            String top = topLevel(used);
            if (!top.equals(name)
                    && !CodeVersion.isOfEngine(top)
                    && sources.file(top).isPresent()) {
                own.add(top);
            }
        }
        return own;
    }

    /** The name of the class that a class is nested in; its own if it is in none. */
    static String topLevel(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** What a class and those nested in it use. */
    private Set<String> references(String name) throws IOException {
        if (!found.containsKey(name)) {
            Set<String> all = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(name));
            Set<String> read = new TreeSet<>();
            while (!open.isEmpty()) {
                String one = open.pop();
                if (read.add(one)) {
                    for (String used : read(one)) {
                        all.add(used);
                        if (used.startsWith(name + "$")) {
                            open.add(used);
                        }
                    }
                }
            }
            found.put(name, all);
        }
        return found.get(name);
    }

    private Set<String> read(String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? Set.of() : new ClassFile(in.readAllBytes()).references();
        }
    }
}
