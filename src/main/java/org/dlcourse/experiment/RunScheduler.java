package org.dlcourse.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingProgress;

/**
 * Does many runs, one network a thread, and keeps each as it finishes.
 *
 * <p>How many run at a time changes no result: every run has its own seed, network and thread.
 */
public final class RunScheduler {
    private final RunStore store;
    private final RunIdentity identity;
    private final int workers;
    private final String commit;
    private final Machine machine;

    public RunScheduler(RunStore store, RunIdentity identity, int workers) {
        this.store = store;
        this.identity = identity;
        this.workers = workers;
        this.commit = GitCommit.of(Path.of(""));
        this.machine = Machine.ofProcess();
    }

    /**
     * Serves each request from the store or trains it, the costly ones first.
     *
     * @return the runs, in the order of the requests
     * @throws RuntimeException what a run threw; all others are finished and kept before
     */
    public List<Run> runAll(TrainingData data, List<RunRequest> requests) {
        String dataSha256 = data.sha256();
        List<Optional<Run>> known = requests.stream()
                .map(request -> store.find(identity.key(request, dataSha256)))
                .toList();
        List<RunRequest> missing = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (known.get(i).isEmpty() && !missing.contains(requests.get(i))) {
                missing.add(requests.get(i));
            }
        }
        missing.sort(Comparator.comparingLong(RunScheduler::cost).reversed());
        List<Run> trained = train(data, dataSha256, missing);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> known.get(i).orElseGet(() -> trained.get(missing.indexOf(requests.get(i)))))
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
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Run>> futures = requests.stream()
                    .map(request -> threads.submit(() -> train(data, dataSha256, request, progress)))
                    .toList();
            return results(futures);
        } finally {
            threads.shutdownNow();
        }
    }

    private Run train(TrainingData data, String dataSha256, RunRequest request, ConsoleProgress progress) {
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        long start = System.nanoTime();
        TrainingProgress runProgress = progress.of(request, data.training().count());
        var result = new Trainer(request.plan(), data, request.seed()).train(runProgress);
        double seconds = (System.nanoTime() - start) / 1e9;
        Provenance provenance = new Provenance(
                data.description(),
                dataSha256,
                identity.code().sha256(),
                commit,
                identity.backend().toString(),
                machine,
                workers,
                started,
                seconds);
        Run run = new Run(identity.key(request, dataSha256), request, result, provenance);
        store.save(run);
        progress.finished(run);
        return run;
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
