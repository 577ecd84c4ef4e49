package org.dlcourse.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/** Serves experiments' results: each experiment is conducted once. */
public final class Experiments {
    private final CourseSettings settings;
    private final RunExecutor executor;
    private final RunScheduler scheduler;
    private final Map<Experiment<?>, Object> results;
    private final Consumer<Class<?>> observer;

    private Experiments(
            CourseSettings settings,
            RunExecutor executor,
            RunScheduler scheduler,
            Map<Experiment<?>, Object> results,
            Consumer<Class<?>> observer) {
        this.settings = settings;
        this.executor = executor;
        this.scheduler = scheduler;
        this.results = results;
        this.observer = observer;
    }

    /** Experiments with these settings; runs are kept in the folder of results. */
    public static Experiments with(CourseSettings settings) {
        RunExecutor executor = settings.cluster()
                .map(master -> ClusterProvider.ofClassPath().connect(master))
                .orElseGet(() -> threads(settings));
        RunScheduler scheduler = new RunScheduler(new RunStore(settings.results()), executor, settings.runTimeout());
        return new Experiments(settings, executor, scheduler, new ConcurrentHashMap<>(), experiment -> {});
    }

    /**
     * The same experiments and results for somebody who is observed.
     *
     * @param observer gets the class of each experiment that is asked for
     */
    public Experiments observedBy(Consumer<Class<?>> observer) {
        return new Experiments(settings, executor, scheduler, results, observer);
    }

    private static RunExecutor threads(CourseSettings settings) {
        TrainingProcess process = TrainingProcess.ofThisOne();
        int workers = process.identity().backend().workers(settings.workers());
        return new ThreadExecutor(process, workers, Training.BY_TRAINER);
    }

    /** What the user set. */
    public CourseSettings settings() {
        return settings;
    }

    /**
     * The executors of the cluster that trains, in words, with what they compute with.
     *
     * @return empty where threads of this process train
     */
    public Optional<String> cluster() {
        return settings.cluster().map(master -> master + ", " + new TrainingProcesses(executor.processes()).inWords());
    }

    /** The result of this experiment, or of an equal one that was done before. */
    public <R> R run(Experiment<R> experiment) {
        observer.accept(experiment.getClass());
        synchronized (results) {
            return result(experiment, new SharedLaboratory());
        }
    }

    /**
     * The result of this experiment without any training.
     *
     * @return empty if one of its runs is not kept
     */
    public <R> Optional<R> kept(Experiment<R> experiment) {
        synchronized (results) {
            try {
                return Optional.of(result(experiment, new KeptLaboratory()));
            } catch (NotKeptException e) {
                return Optional.empty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <R> R result(Experiment<R> experiment, Laboratory laboratory) {
        // Not computeIfAbsent: an experiment may ask for another one.
        Object result = results.get(experiment);
        if (result == null) {
            result = experiment.conduct(laboratory);
            results.put(experiment, result);
        }
        return (R) result;
    }

    /** One of an experiment's runs is not in the store. */
    private static final class NotKeptException extends RuntimeException {}

    /** Lets an experiment use what others have found. */
    private class SharedLaboratory implements Laboratory {
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

    /** Trains nothing. */
    private final class KeptLaboratory extends SharedLaboratory {
        @Override
        public <R> R result(Experiment<R> experiment) {
            return Experiments.this.result(experiment, this);
        }

        @Override
        public List<Run> runs(TrainingData data, List<RunRequest> requests) {
            return scheduler.kept(data, requests).stream()
                    .map(run -> run.orElseThrow(NotKeptException::new))
                    .toList();
        }
    }
}
