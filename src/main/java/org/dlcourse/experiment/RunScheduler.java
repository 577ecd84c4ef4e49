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
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

/**
 * Does many runs, one network a thread, and keeps each as it finishes.
 *
 * <p>How many run at a time changes no result: every run has its own seed, network and thread.
 */
public final class RunScheduler {
    private final RunStore store;
    private final RunIdentity identity;
    private final int workers;
    private final Duration timeout;
    private final Training training;
    private final InstantSource clock;
    private final String commit;
    private final Machine machine;

    /**
     * A scheduler.
     *
     * @param workers networks trained at a time
     * @param timeout how long one of them may train
     */
    public RunScheduler(RunStore store, RunIdentity identity, int workers, Duration timeout) {
        this(store, identity, workers, timeout, Training.BY_TRAINER, InstantSource.system());
    }

    RunScheduler(
            RunStore store,
            RunIdentity identity,
            int workers,
            Duration timeout,
            Training training,
            InstantSource clock) {
        this.store = store;
        this.identity = identity;
        this.workers = workers;
        this.timeout = timeout;
        this.training = training;
        this.clock = clock;
        this.commit = GitCommit.of(Path.of(""));
        this.machine = Machine.ofProcess();
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
        return requests.stream()
                .map(request -> store.find(identity.key(request, dataSha256)))
                .toList();
    }

    private static long cost(RunRequest request) {
        return request.plan().epochs() * request.plan().architecture().multiplications();
    }

    private List<Run> train(TrainingData data, String dataSha256, List<RunRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        ConsoleProgress progress = new ConsoleProgress(requests.size(), workers);
        try (Workers threads = new Workers(workers, timeout)) {
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
        private final String key;
        private volatile boolean failed;
        private volatile String started;
        private volatile long start;

        Attempt(TrainingData data, String dataSha256, RunRequest request) {
            this.data = data;
            this.dataSha256 = dataSha256;
            this.request = request;
            this.key = identity.key(request, dataSha256);
        }

        Run run(ConsoleProgress progress) {
            // For people only, to the second: nothing is decided by this clock, which may be set back at any time.
            started = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            start = System.nanoTime();
            Optional<Run> others = store.find(key);
            if (others.isPresent()) {
                // Another process on the same folder did it since this one looked.
                progress.foundFinished(others.get());
                return others.get();
            }
            try {
                Run run = trained(progress);
                store.save(run);
                progress.finished(run);
                return run;
            } catch (OutOfMemoryError e) {
                throw RunFailedException.outOfMemory(request, e);
            }
        }

        private Run trained(ConsoleProgress progress) {
            TrainingProgress reported = progress.of(request, data.training().count());
            TrainingResult result = training.train(data, request, (epoch, step, steps, loss) -> {
                if (failed) {
                    // It was given up, and was slow only: without this it would take a core from the others.
                    throw overdue();
                }
                reported.recorded(epoch, step, steps, loss);
            });
            Provenance provenance = new Provenance(
                    data.description(),
                    dataSha256,
                    identity.code(request).sha256(),
                    commit,
                    identity.backend().toString(),
                    machine,
                    workers,
                    started,
                    seconds());
            return new Run(key, request, result, provenance);
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
