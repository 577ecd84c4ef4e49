package org.dlcourse.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/** Serves experiments' results: each experiment is conducted once. */
public final class Experiments {
    private final CourseSettings settings;
    private final RunExecutor executor;
    private final RunStore store;
    private final RunScheduler scheduler;
    private final RunSource source;
    private final Map<Experiment<?>, Conducted> results;
    private final ExperimentObserver observer;

    private Experiments(
            CourseSettings settings,
            RunExecutor executor,
            RunStore store,
            RunScheduler scheduler,
            RunSource source,
            Map<Experiment<?>, Conducted> results,
            ExperimentObserver observer) {
        this.settings = settings;
        this.executor = executor;
        this.store = store;
        this.scheduler = scheduler;
        this.source = source;
        this.results = results;
        this.observer = observer;
    }

    /**
     * What an experiment gave.
     *
     * @param result of the experiment
     * @param runs keys of the runs that it rests on
     */
    private record Conducted(Object result, Set<String> runs) {}

    /** Experiments with these settings; runs are kept in the folder of results. */
    public static Experiments with(CourseSettings settings) {
        RunExecutor executor = settings.cluster()
                .map(master -> ClusterProvider.ofClassPath().connect(master))
                .orElseGet(() -> threads(settings));
        RunStore store = new RunStore(settings.results());
        RunScheduler scheduler = new RunScheduler(store, executor, settings.runTimeout());
        return new Experiments(
                settings, executor, store, scheduler, scheduler::runAll, new ConcurrentHashMap<>(), new NoObserver());
    }

    /**
     * The same experiments and results for somebody who is observed.
     *
     * @param other is told what is asked for
     */
    public Experiments observedBy(ExperimentObserver other) {
        return new Experiments(settings, executor, store, scheduler, source, results, other);
    }

    /**
     * Experiments that train chosen runs again, whatever is kept of them, and end when all are done.
     *
     * @param folder that the new runs are kept in
     */
    public Experiments trainingAgain(ChosenRuns chosen, Path folder) {
        RunScheduler again = new RunScheduler(new RunStore(folder), executor, settings.runTimeout());
        return new Experiments(
                settings,
                executor,
                store,
                scheduler,
                new RetrainedRuns(chosen, again, scheduler),
                new ConcurrentHashMap<>(),
                observer);
    }

    /**
     * Finished runs.
     *
     * @param keys as an {@link ExperimentObserver} was told them
     * @return one a key, in the keys' order
     * @throws IllegalStateException if one of them is no longer kept
     */
    public List<Run> runs(Set<String> keys) {
        return keys.stream()
                .map(key -> store.find(key)
                        .orElseThrow(() -> new IllegalStateException(
                                "The run " + key + " is no longer kept in " + settings.results()
                                        + ", though a result rests on it. Were files removed during the run?")))
                .toList();
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
    @SuppressWarnings("unchecked")
    public <R> R run(Experiment<R> experiment) {
        return (R) shared(experiment).result();
    }

    private Conducted shared(Experiment<?> experiment) {
        observer.asked(experiment.getClass());
        synchronized (results) {
            Conducted conducted = conducted(experiment, new SharedLaboratory());
            observer.rested(conducted.runs());
            return conducted;
        }
    }

    /**
     * The result of this experiment without any training.
     *
     * @return empty if one of its runs is not kept
     */
    @SuppressWarnings("unchecked")
    public <R> Optional<R> kept(Experiment<R> experiment) {
        synchronized (results) {
            try {
                return Optional.of(
                        (R) conducted(experiment, new KeptLaboratory()).result());
            } catch (NotKeptException e) {
                return Optional.empty();
            }
        }
    }

    private Conducted conducted(Experiment<?> experiment, SharedLaboratory laboratory) {
        // Not computeIfAbsent: an experiment may ask for another one.
        Conducted conducted = results.get(experiment);
        if (conducted == null) {
            conducted = new Conducted(experiment.conduct(laboratory), laboratory.used);
            results.put(experiment, conducted);
        }
        return conducted;
    }

    /** One of an experiment's runs is not in the store. */
    private static final class NotKeptException extends RuntimeException {}

    private static final class NoObserver implements ExperimentObserver {
        @Override
        public void asked(Class<?> experiment) {
            // Nobody wants to know.
        }

        @Override
        public void rested(Set<String> keys) {
            // Likewise.
        }
    }

    /** Lets an experiment use what others have found. */
    private class SharedLaboratory implements Laboratory {
        private final Set<String> used = new TreeSet<>();

        @Override
        public CourseSettings settings() {
            return settings;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R result(Experiment<R> experiment) {
            Conducted conducted = conducted(experiment);
            used.addAll(conducted.runs());
            return (R) conducted.result();
        }

        @Override
        public List<Run> runs(TrainingData data, List<RunRequest> requests) {
            List<Run> runs = found(data, requests);
            runs.forEach(run -> used.add(run.key()));
            return runs;
        }

        Conducted conducted(Experiment<?> experiment) {
            return shared(experiment);
        }

        List<Run> found(TrainingData data, List<RunRequest> requests) {
            return source.runs(data, requests);
        }
    }

    /** Trains nothing. */
    private final class KeptLaboratory extends SharedLaboratory {
        @Override
        Conducted conducted(Experiment<?> experiment) {
            return Experiments.this.conducted(experiment, new KeptLaboratory());
        }

        @Override
        List<Run> found(TrainingData data, List<RunRequest> requests) {
            return scheduler.kept(data, requests).stream()
                    .map(run -> run.orElseThrow(NotKeptException::new))
                    .toList();
        }
    }
}
