package org.dlcourse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.backend.Backend;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.settings.Secrets;

/** The one command that runs a requirement again with the same scale, seeds and data. */
final class ReproduceCommand {
    private ReproduceCommand() {}

    /** The command for a requirement. */
    static String of(RequirementCatalogue.Entry requirement, CourseSettings settings) {
        return command(requirement, settings, settings.data().toString());
    }

    /** The command for a requirement on any machine: where the data are is to be filled in. */
    static String ofAnyone(RequirementCatalogue.Entry requirement, CourseSettings settings) {
        return command(requirement, settings, isDefault(settings.data().toString()) ? "data" : "/path/to/data");
    }

    /** What was set that determines a run beside the data, by property, each as it can be set again. */
    static Map<String, String> settings(CourseSettings settings) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(EngineSettings.SCALE.property(), settings.scale().toString());
        given.put(EngineSettings.SEED.property(), Long.toString(settings.seed()));
        settings.repeats()
                .ifPresent(repeats -> given.put(EngineSettings.REPEATS.property(), Integer.toString(repeats)));
        settings.own().forEach((setting, text) -> {
            if (!text.equals(setting.defaultValue())) {
                given.put(setting.property(), Secrets.masked(text));
            }
        });
        return given;
    }

    private static String command(RequirementCatalogue.Entry requirement, CourseSettings settings, String data) {
        List<String> words = new ArrayList<>(List.of("mvn", "test", "-Dgroups=" + requirement.id()));
        if (settings.scale() == Scale.FULL) {
            words.add("-Pfull");
        }
        if (Backend.isForGpu()) {
            words.add("-Pgpu");
        }
        Map<String, String> given = settings(settings);
        given.remove(EngineSettings.SCALE.property());
        if (!isDefault(data)) {
            given.put(EngineSettings.DATA.property(), data);
        }
        settings.submission().ifPresent(folder -> given.put(EngineSettings.SUBMISSION.property(), folder.toString()));
        settings.marks().ifPresent(file -> given.put(EngineSettings.MARKS.property(), file.toString()));
        given.forEach((property, text) -> words.add("-D" + property + "=" + quoted(text)));
        return String.join(" ", words);
    }

    private static boolean isDefault(String data) {
        return data.equals(EngineSettings.DATA.defaultValue());
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:\\\\-]*") ? word : '"' + word + '"';
    }
}
