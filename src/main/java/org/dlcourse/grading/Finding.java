package org.dlcourse.grading;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a target was found.
 *
 * @param target what was looked for
 * @param file within the submission
 * @param line of the definition, from 1
 * @param how {@code extracted} if the definition was taken out of the file, {@code module} if the file was run as a whole
 * @param remarks on the file, a sentence each
 */
public record Finding(Target target, String file, int line, String how, List<String> remarks) {
    public Finding {
        remarks = List.copyOf(remarks);
    }

    /** The same in sentences, for the page. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("The " + target + " was found in " + file + ", line " + line + ", and "
                + (how.equals("module")
                        ? "its file was run as a whole."
                        : "taken out of its file with what it uses; the rest of the file was not run."));
        sentences.addAll(remarks);
        return sentences;
    }
}
