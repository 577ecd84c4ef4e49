package org.dlcourse.report;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.dlcourse.experiment.ExperimentObserver;

/** What a requirement's test asked for: classes of experiments, and keys of the runs that their results rest on. */
final class UsedExperiments implements ExperimentObserver {
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final Set<String> runs = new TreeSet<>();

    @Override
    public void asked(Class<?> experiment) {
        classes.add(experiment);
    }

    @Override
    public void rested(Set<String> keys) {
        runs.addAll(keys);
    }

    Set<Class<?>> classes() {
        return Collections.unmodifiableSet(classes);
    }

    /** Empty if nothing was trained for it. */
    Set<String> runs() {
        return Collections.unmodifiableSet(runs);
    }
}
