package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.settings.Isolation;

/**
 * A process with limits, in a session of its own: the weakest sandbox, for platforms that are containers already.
 *
 * <p>Where this process is root, each worker is a user of its own, without rights. Elsewhere it is the same user as this process, and
 * can do what that can do.
 */
public final class ProcessSandbox implements Sandbox {
    private final Launcher launcher = new LocalLauncher(new Limited());

    @Override
    public Isolation isolation() {
        return Isolation.PROCESS;
    }

    @Override
    public String description() {
        return WorkerUser.canBeOwn()
                ? "a process with limits, each worker as a user of its own without rights"
                : "a process with limits, as the user that grades";
    }

    @Override
    public List<String> doesNotStop() {
        List<String> open = new ArrayList<>(List.of(
                "the network",
                "reading every file that all users of the machine may read",
                "seeing which processes run, and with which arguments",
                "filling the disk with many files where all users may write"));
        if (!WorkerUser.canBeOwn()) {
            open.addAll(List.of(
                    "reading and changing all files of the user that grades, expected values among them",
                    "ending the grading itself",
                    "many processes at a time, and processes that leave their session and go on"));
        }
        return List.copyOf(open);
    }

    @Override
    public SelfTest selfTest() {
        return new Probe(launcher)
                .test(
                        WorkerUser.canBeOwn()
                                ? EnumSet.of(Claim.USER, Claim.ENVIRONMENT, Claim.SUBMISSION, Claim.PROCESSES)
                                : EnumSet.noneOf(Claim.class));
    }

    @Override
    public Worker start(WorkerCommand command, Path submission, Limits limits) {
        return launcher.start(command, submission, limits);
    }

    /** The worker's folders are where they are. */
    private record Limited() implements Enclosure {
        @Override
        public Places places(WorkFolder folder) {
            return new Places(
                    folder.program().toString(),
                    folder.submission().toString(),
                    folder.temporary().toString());
        }

        @Override
        public List<String> around(
                WorkFolder folder, WorkerUser user, Limits limits, List<Path> readable, List<String> words) {
            return Stream.of(
                            List.of(SystemTool.require(
                                    "setsid", "begins a session", "Install util-linux; grading needs Linux.")),
                            PrivilegeCommand.as(user),
                            PrivilegeCommand.within(limits),
                            // The limit counts all of a user's processes, this one's own too where they share the user.
                            user.isOwn() ? PrivilegeCommand.withProcesses(limits) : List.<String>of(),
                            words)
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public boolean leavesFilesElsewhere() {
            return true;
        }
    }
}
