package org.dlcourse.experiment;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the console how far long work has come: a line a run every few seconds, and one when it is done. */
final class ConsoleProgress {
    private static final Logger LOG = LoggerFactory.getLogger("course.training");
    /** Losses of runs that are about to diverge have hundreds of digits. */
    private static final double LARGE = 1e4;

    private static final long INTERVAL = Duration.ofSeconds(15).toNanos();

    private final int runs;
    private final int workers;
    private final AtomicInteger finished = new AtomicInteger();

    ConsoleProgress(int runs, int workers) {
        this.runs = runs;
        this.workers = workers;
        LOG.info("{} to train, {} at a time", runs == 1 ? "1 network" : runs + " networks", Math.min(runs, workers));
    }

    /** The progress of one run over this many training images. */
    RunProgress of(RunRequest request, int images) {
        return new OneRun(request, images);
    }

    private final class OneRun implements RunProgress {
        private final RunRequest request;
        private final int images;
        private volatile String place = "";
        private volatile long start = System.nanoTime();
        private volatile long last = start;

        OneRun(RunRequest request, int images) {
            this.request = request;
            this.images = images;
        }

        @Override
        public void startedOn(String newPlace, double secondsAgo) {
            if (!place.isEmpty()) {
                LOG.warn("{} was lost{}, and starts again on {}", request, place, newPlace);
            }
            place = " on " + newPlace;
            start = System.nanoTime() - Math.round(secondsAgo * 1e9);
            last = start;
        }

        @Override
        public void recorded(int epoch, int step, int steps, double loss) {
            long now = System.nanoTime();
            if (now - last < INTERVAL) {
                return;
            }
            last = now;
            double seconds = (now - start) / 1e9;
            double imagesPerSecond = (double) step / steps * request.plan().epochs() * images / seconds;
            LOG.info(String.format(
                    Locale.ROOT,
                    "%s%s: epoch %d of %d, loss %s, %,.0f images/s, %s left (%d of %d networks done)",
                    request,
                    place,
                    epoch,
                    request.plan().epochs(),
                    String.format(Locale.ROOT, loss < LARGE ? "%.3f" : "%.1g", loss),
                    imagesPerSecond,
                    clock(seconds * (steps - step) / step),
                    finished.get(),
                    runs));
        }
    }

    void finished(Run run) {
        LOG.info(String.format(
                Locale.ROOT,
                "%s: %s after %s, validation %s %.3f (%d of %d networks done)",
                run.request(),
                run.result().divergence().isPresent() ? "diverged" : "done",
                clock(run.provenance().seconds()),
                run.result().accuracyOnValidation().isPresent() ? "accuracy" : "R²",
                run.result().validationScore(),
                finished.incrementAndGet(),
                runs));
    }

    /** A run that another process did meanwhile. */
    void foundFinished(Run run) {
        LOG.info(
                "{}: found finished by another process ({} of {} networks done)",
                run.request(),
                finished.incrementAndGet(),
                runs);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
}
