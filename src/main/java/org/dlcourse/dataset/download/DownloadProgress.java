package org.dlcourse.dataset.download;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the progress of a download: lines of text, some of them with a bar.
 *
 * <p>Lines, since the tests' JVM has no terminal of its own and a bar that is drawn over itself would get lost on its way
 * through the build.
 *
 * @param lines where each line goes
 */
record DownloadProgress(Consumer<String> lines) {
    private static final Logger LOG = LoggerFactory.getLogger("course.data");
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int WIDTH = 100;
    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;

    static DownloadProgress ofConsole() {
        return new DownloadProgress(LOG::info);
    }

    void say(String line) {
        lines.accept(line);
    }

    /** A bar for one file; the caller closes it. */
    ProgressBar bar(RemoteFile file) {
        boolean isLarge = file.size() >= 10 * MEGABYTE;
        return new ProgressBarBuilder()
                .setTaskName(file.name())
                .setInitialMax(file.size())
                .setUnit(isLarge ? " MB" : " kB", isLarge ? MEGABYTE : KILOBYTE)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(Math.toIntExact(INTERVAL.toMillis()))
                .setConsumer(new DelegatingProgressBarConsumer(new WithoutRepeats(lines), WIDTH))
                .build();
    }

    /** Drops a line that is the one before: a bar draws itself twice when it ends. */
    private static final class WithoutRepeats implements Consumer<String> {
        private final Consumer<String> lines;
        private String last;

        WithoutRepeats(Consumer<String> lines) {
            this.lines = lines;
        }

        @Override
        public void accept(String line) {
            if (!line.equals(last)) {
                last = line;
                lines.accept(line);
            }
        }
    }
}
