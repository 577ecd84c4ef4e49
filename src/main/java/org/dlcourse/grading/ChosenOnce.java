package org.dlcourse.grading;

import java.util.Optional;
import java.util.function.Supplier;
import org.dlcourse.sandbox.SandboxChoice;

/** The sandbox of a submission, chosen when it is first needed. */
final class ChosenOnce implements Supplier<SandboxChoice> {
    private final Supplier<SandboxChoice> choose;
    /** Null before it is needed. */
    private SandboxChoice choice;

    ChosenOnce(Supplier<SandboxChoice> choose) {
        this.choose = choose;
    }

    @Override
    public synchronized SandboxChoice get() {
        if (choice == null) {
            choice = choose.get();
        }
        return choice;
    }

    /** The choice, if it was needed. */
    synchronized Optional<SandboxChoice> made() {
        return Optional.ofNullable(choice);
    }
}
