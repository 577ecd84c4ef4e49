package org.dlcourse.experiment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dlcourse.backend.Backend;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/** Serves experiments' results: each experiment is conducted once. */
public final class Experiments {
    private final CourseSettings settings;
    private final RunScheduler scheduler;
    private final Map<Experiment<?>, Object> results = new ConcurrentHashMap<>();

    private Experiments(CourseSettings settings, RunScheduler scheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
    }

    /** Experiments with these settings; runs are kept in the folder of results. */
    public static Experiments with(CourseSettings settings) {
        Backend backend = Backend.start();
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), backend);
        RunScheduler scheduler = new RunScheduler(
                new RunStore(settings.results()), identity, backend.workers(settings.workers()), settings.runTimeout());
        return new Experiments(settings, scheduler);
    }

    /** What the user set. */
    public CourseSettings settings() {
        return settings;
    }

    /** The result of this experiment, or of an equal one that was done before. */
    @SuppressWarnings("unchecked")
    public synchronized <R> R run(Experiment<R> experiment) {
        // Not computeIfAbsent: an experiment may ask for another one.
        Object result = results.get(experiment);
        if (result == null) {
            result = experiment.conduct(new SharedLaboratory());
            results.put(experiment, result);
        }
        return (R) result;
    }

    /** Lets an experiment use what others have found. */
    private final class SharedLaboratory implements Laboratory {
        @Override
        public CourseSettings settings() {
            return settings;
        }

        @Override
        public <R> R result(Experiment<R> experiment) {
            return run(experiment);
        }

        @Override
        public List<Run> runs(TrainingData data, List<RunRequest> requests) {
            return scheduler.runAll(data, requests);
        }
    }
}
