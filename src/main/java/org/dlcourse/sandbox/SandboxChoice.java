package org.dlcourse.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.settings.Isolation;

/**
 * The sandbox that students' code runs in, and why it is that one.
 *
 * @param asked what {@code course.isolation} says
 * @param sandbox what was taken; it has passed its self-test
 * @param finding what the self-test saw
 * @param passedOver stronger ones that were not taken, each with the reason, a sentence each
 */
public record SandboxChoice(Isolation asked, Sandbox sandbox, String finding, List<String> passedOver) {
    private static final String SETTING = EngineSettings.ISOLATION.property();

    /** Keeps a copy of the list. */
    public SandboxChoice {
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Takes the strongest sandbox that works here, or the one that is asked for by name.
     *
     * @throws SandboxException if none works, or not the one that is asked for
     */
    public static SandboxChoice of(Isolation asked) {
        return of(
                asked,
                List.of(
                        new ContainerSandbox(ContainerSandbox.PYTHON_NUMPY),
                        new NamespaceSandbox(),
                        new ProcessSandbox()));
    }

    /**
     * Takes one of these.
     *
     * @param strongestFirst all that there are
     * @throws SandboxException if none works, or not the one that is asked for
     */
    static SandboxChoice of(Isolation asked, List<Sandbox> strongestFirst) {
        List<String> passedOver = new ArrayList<>();
        for (Sandbox sandbox : strongestFirst) {
            if (asked == Isolation.AUTO || asked == sandbox.isolation()) {
                SelfTest self = sandbox.selfTest();
                if (self.passed()) {
                    return new SandboxChoice(asked, sandbox, self.finding(), passedOver);
                }
                passedOver.add(sandbox.isolation() + " does not work here: " + sentence(self.finding()));
            } else {
                passedOver.add(sandbox.isolation() + " was not tried, since " + SETTING + " is " + asked + ".");
            }
        }
        throw new SandboxException("Students' code cannot be run: " + SETTING + " is " + asked + ", and "
                + (asked == Isolation.AUTO ? "nothing that isolates works here" : "that is not available here") + ". "
                + String.join(" ", passedOver) + " See docs/isolation.md for what each needs.");
    }

    /**
     * Checks before several submissions are graded that one cannot reach the others, the network or the grader's files.
     *
     * @throws SandboxException if the sandbox is weaker than a namespace and was not asked for by name
     */
    public void requireFitForBatch() {
        if (sandbox.isolation() == Isolation.PROCESS && asked != Isolation.PROCESS) {
            throw new SandboxException("A batch of submissions is not graded in " + sandbox.description()
                    + ", which does not stop " + String.join("; ", sandbox.doesNotStop())
                    + ". Expected a container or a"
                    + " namespace. " + String.join(" ", passedOver) + " Install what is missing, or accept this with -D"
                    + SETTING + "=" + Isolation.PROCESS + ".");
        }
    }

    /** What a report says of it, a sentence each. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Code was run in " + sandbox.description() + " (" + SETTING + "=" + asked + "); self-test: "
                + sentence(finding));
        sentences.add("This does not stop: " + String.join("; ", sandbox.doesNotStop()) + ".");
        sentences.addAll(passedOver);
        return List.copyOf(sentences);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
