package org.dlcourse.reference;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dlcourse.experiment.Machine;

/**
 * Where a recording comes from.
 *
 * @param scale of the run, such as {@code full}
 * @param date when it was recorded, UTC, such as {@code 2026-11-28}
 * @param commit the working tree's commit, with a mark if it was changed since
 * @param codeSha256 digest of the engine's code that trains
 * @param data title, sizes and digest of each set of data
 * @param dataOrigin whether the data are real or synthetic
 * @param backend what computes
 * @param machine what it ran on
 * @param settings what was set that determines the runs, by property
 * @param command that does it again; the folder of the data is to be filled in
 */
public record RecordedOrigin(
        String scale,
        String date,
        String commit,
        String codeSha256,
        List<String> data,
        String dataOrigin,
        String backend,
        Machine machine,
        Map<String, String> settings,
        String command) {
    /** How many digits of a digest a reader needs. */
    private static final int SHORT = 12;

    /** Keeps copies. */
    public RecordedOrigin {
        data = List.copyOf(data);
        settings = Map.copyOf(settings);
    }

    /** The first digits of the code's digest. */
    String code() {
        return codeSha256.substring(0, Math.min(SHORT, codeSha256.length()));
    }

    /** The names of the data sets, without sizes and digests, each once. */
    List<String> dataTitles() {
        return data.stream().map(this::title).distinct().toList();
    }

    /** Up to its origin, behind which stands what was done to the data. */
    private String title(String description) {
        String title = description.replaceFirst(":.*", "");
        for (String word : dataOrigin.split(", ")) {
            title = title.replaceFirst("(\\(" + Pattern.quote(word) + "\\)).*", "$1");
        }
        return title;
    }
}
