package org.dlcourse.experiment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dlcourse.backend.Backend;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/** Serves experiments' results: each is done once, whoever asks for it. */
public final class Experiments {
    private final Laboratory laboratory;
    private final Map<Experiment<?>, Object> results = new ConcurrentHashMap<>();

    private Experiments(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Experiments with these settings; runs are kept in the folder of results. */
    public static Experiments with(CourseSettings settings) {
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), Backend.start());
        RunScheduler scheduler = new RunScheduler(new RunStore(settings.results()), identity, settings.workers());
        return new Experiments(new Laboratory() {
            @Override
            public CourseSettings settings() {
                return settings;
            }

            @Override
            public List<Run> runs(TrainingData data, List<RunRequest> requests) {
                return scheduler.runAll(data, requests);
            }
        });
    }

    public CourseSettings settings() {
        return laboratory.settings();
    }

    /** The result of this experiment, or of an equal one that was done before. */
    @SuppressWarnings("unchecked")
    public <R> R run(Experiment<R> experiment) {
        // Not computeIfAbsent: an experiment may ask for another one.
        Object result = results.get(experiment);
        if (result == null) {
            result = experiment.conduct(laboratory);
            results.put(experiment, result);
        }
        return (R) result;
    }
}
