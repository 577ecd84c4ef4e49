package org.dlcourse.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.Run;
import org.dlcourse.util.Sha256;

/** Recorded runs by what they repeat: the same plan on the same data. */
final class PlanRepeats {
    private PlanRepeats() {}

    /** What the repeats of a run have in common, as one text. */
    static String key(Run run) {
        return new Sha256()
                .add(Json.write(run.request().plan()))
                .add(run.provenance().dataSha256())
                .hex();
    }

    /** The name of a run without its seed. */
    static String name(Run run) {
        return run.request().toString().replaceFirst(", seed -?\\d+\\)$", ")");
    }

    /** The runs by what they repeat, in their order. */
    static Map<String, List<RecordedRun>> of(List<RecordedRun> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(run -> key(run.run()), LinkedHashMap::new, Collectors.toList()));
    }

    /** The final numbers of all repeats of a run, its own among them. */
    static double[] valuesOf(RecordedRun one, List<RecordedRun> all) {
        return values(of(all).get(key(one.run())));
    }

    /** The final number of each. */
    static double[] values(List<RecordedRun> runs) {
        return runs.stream()
                .mapToDouble(run -> FinalNumber.of(run.run()).value())
                .toArray();
    }
}
