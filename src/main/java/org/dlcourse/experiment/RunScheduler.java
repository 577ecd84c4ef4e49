package org.dlcourse.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.training.TrainingData;

/**
 * Does many runs side by side, and keeps each as it finishes.
 *
 * <p>How many run at a time, and where, changes no result: every run has its own seed, network and thread.
 */
public final class RunScheduler {
    private final RunStore store;
    private final RunExecutor executor;
    private final Duration timeout;
    private final InstantSource clock;
    private final String commit;

    /**
     * A scheduler whose runs are trained in threads of this process.
     *
     * @param workers networks trained at a time
     * @param timeout how long one of them may train
     */
    public RunScheduler(RunStore store, RunIdentity identity, int workers, Duration timeout) {
        this(store, identity, workers, timeout, Training.BY_TRAINER, InstantSource.system());
    }

    /**
     * A scheduler.
     *
     * @param executor trains what is not in the store
     * @param timeout how long that may take for one run
     */
    public RunScheduler(RunStore store, RunExecutor executor, Duration timeout) {
        this(store, executor, timeout, InstantSource.system());
    }

    RunScheduler(
            RunStore store,
            RunIdentity identity,
            int workers,
            Duration timeout,
            Training training,
            InstantSource clock) {
        this(
                store,
                new ThreadExecutor(new TrainingProcess(identity, Machine.ofProcess()), workers, training),
                timeout,
                clock);
    }

    private RunScheduler(RunStore store, RunExecutor executor, Duration timeout, InstantSource clock) {
        this.store = store;
        this.executor = executor;
        this.timeout = timeout;
        this.clock = clock;
        this.commit = GitCommit.of(Path.of(""));
    }

    /**
     * Serves each request from the store or trains it, the costly ones first.
     *
     * @return the runs, in the order of the requests
     * @throws RuntimeException why a run failed; all others are finished and kept before
     */
    public List<Run> runAll(TrainingData data, List<RunRequest> requests) {
        List<Optional<Run>> known = kept(data, requests);
        List<RunRequest> missing = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (known.get(i).isEmpty() && !missing.contains(requests.get(i))) {
                missing.add(requests.get(i));
            }
        }
        missing.sort(Comparator.comparingLong(RunScheduler::cost).reversed());
        List<Run> trained = train(data, data.sha256(), missing);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> known.get(i).orElseGet(() -> trained.get(missing.indexOf(requests.get(i)))))
                .toList();
    }

    /**
     * Looks requests up in the store; nothing is trained.
     *
     * @return one a request, in their order; empty where it is not kept
     */
    List<Optional<Run>> kept(TrainingData data, List<RunRequest> requests) {
        String dataSha256 = data.sha256();
        return requests.stream().map(request -> kept(request, dataSha256)).toList();
    }

    /** The run as one of the processes that train would have done it. */
    private Optional<Run> kept(RunRequest request, String dataSha256) {
        return keys(request, dataSha256)
                .map(store::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<String> keys(RunRequest request, String dataSha256) {
        return executor.processes().stream()
                .map(TrainingProcess::identity)
                .distinct()
                .map(identity -> identity.key(request, dataSha256))
                .distinct();
    }

    private static long cost(RunRequest request) {
        return request.plan().epochs() * request.plan().architecture().multiplications();
    }

    private List<Run> train(TrainingData data, String dataSha256, List<RunRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        ConsoleProgress progress = new ConsoleProgress(requests.size(), executor.capacity());
        try (Workers threads = new Workers(executor::capacity, timeout)) {
            List<Future<Run>> futures = new ArrayList<>();
            for (RunRequest request : requests) {
                Attempt attempt = new Attempt(data, dataSha256, request);
                futures.add(threads.submit(() -> attempt.run(progress), attempt::overdue)
                        .whenComplete((run, failure) -> attempt.ended(failure)));
            }
            return results(futures);
        }
    }

    /** One request while it is served. */
    private final class Attempt {
        private final TrainingData data;
        private final String dataSha256;
        private final RunRequest request;
        /** What a failure is recorded under. */
        private final String key;

        private volatile boolean failed;
        private volatile String started;
        private volatile long start;

        Attempt(TrainingData data, String dataSha256, RunRequest request) {
            this.data = data;
            this.dataSha256 = dataSha256;
            this.request = request;
            this.key = keys(request, dataSha256).findFirst().orElseThrow();
        }

        Run run(ConsoleProgress progress) throws InterruptedException {
            // For people only, to the second: nothing is decided by this clock, which may be set back at any time.
            started = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            start = System.nanoTime();
            Optional<Run> others = kept(request, dataSha256);
            if (others.isPresent()) {
                // Another process on the same folder did it since this one looked.
                progress.foundFinished(others.get());
                return others.get();
            }
            try {
                Run run = trained(progress);
                store.save(run);
                store.forgetFailure(key);
                progress.finished(run);
                return run;
            } catch (OutOfMemoryError e) {
                throw RunFailedException.outOfMemory(request, e);
            }
        }

        private Run trained(ConsoleProgress progress) throws InterruptedException {
            TrainedRun trained = executor.train(
                    data,
                    request,
                    untilGivenUp(progress.of(request, data.training().count())));
            RunIdentity identity = trained.process().identity();
            Provenance provenance = new Provenance(
                    data.description(),
                    dataSha256,
                    identity.code(request).sha256(),
                    commit,
                    identity.backend().toString(),
                    trained.process().machine(),
                    executor.capacity(),
                    started,
                    trained.seconds());
            return new Run(trained.key(), request, trained.result(), provenance);
        }

        private RunProgress untilGivenUp(RunProgress reported) {
            return new RunProgress() {
                @Override
                public void startedOn(String place, double secondsAgo) {
                    reported.startedOn(place, secondsAgo);
                }

                @Override
                public void recorded(int epoch, int step, int steps, double loss) {
                    if (failed) {
                        // It was given up, and was slow only: without this it would take a core from the others.
                        throw overdue();
                    }
                    reported.recorded(epoch, step, steps, loss);
                }
            };
        }

        RuntimeException overdue() {
            return RunFailedException.overdue(request, timeout);
        }

        /** Records why there is no result; called by another thread where the run was given up. */
        void ended(Throwable failure) {
            if (failure != null) {
                failed = true;
                String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
                store.record(new RunFailure(key, request, reason, started, seconds()));
            }
        }

        private double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static List<Run> results(List<Future<Run>> futures) {
        List<Run> runs = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<Run> future : futures) {
            try {
                runs.add(future.get());
            } catch (ExecutionException e) {
                RuntimeException cause =
                        e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
                if (failure == null) {
                    failure = cause;
                } else {
                    failure.addSuppressed(cause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while networks were trained", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return runs;
    }
}
