package org.dlcourse.report;

import java.util.ArrayList;
import java.util.List;
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
        List<String> words = new ArrayList<>(List.of("mvn", "test", "-Dgroups=" + requirement.id()));
        if (settings.scale() == Scale.FULL) {
            words.add("-Pfull");
        }
        if (Backend.isForGpu()) {
            words.add("-Pgpu");
        }
        words.add("-D" + EngineSettings.SEED.property() + "=" + settings.seed());
        settings.repeats().ifPresent(repeats -> words.add("-D" + EngineSettings.REPEATS.property() + "=" + repeats));
        if (!settings.data().toString().equals(EngineSettings.DATA.defaultValue())) {
            words.add("-D" + EngineSettings.DATA.property() + "="
                    + quoted(settings.data().toString()));
        }
        settings.submission()
                .ifPresent(folder ->
                        words.add("-D" + EngineSettings.SUBMISSION.property() + "=" + quoted(folder.toString())));
        settings.marks()
                .ifPresent(file -> words.add("-D" + EngineSettings.MARKS.property() + "=" + quoted(file.toString())));
        settings.own().forEach((setting, text) -> {
            if (!text.equals(setting.defaultValue())) {
                words.add("-D" + setting.property() + "=" + quoted(Secrets.masked(text)));
            }
        });
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:\\\\-]*") ? word : '"' + word + '"';
    }
}
