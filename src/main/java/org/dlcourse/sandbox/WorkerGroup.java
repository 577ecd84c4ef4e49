package org.dlcourse.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * All processes of a worker.
 *
 * <p>Where the worker has a user of its own, they are that user's, wherever they went. Elsewhere they are the descendants of the
 * first process and those of its session; one that left both is not found, unless a namespace holds it.
 */
final class WorkerGroup {
    private static final long SECONDS_TO_END = 20;
    private static final long MILLIS_BETWEEN = 5;

    private final WorkerUser user;
    private final long first;

    WorkerGroup(WorkerUser user, long first) {
        this.user = user;
        this.first = first;
    }

    /** Memory of all of them. */
    long memoryBytes() {
        return members().stream().mapToLong(ProcessTable.Entry::memoryBytes).sum();
    }

    /**
     * Ends all of them for certain.
     *
     * @throws SandboxException if one still runs after 20 seconds
     */
    void end() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        List<ProcessTable.Entry> members = members();
        while (!members.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new SandboxException("Processes of a worker cannot be ended: "
                        + members.stream().map(ProcessTable.Entry::pid).toList() + ", of user " + user.number()
                        + ". Expected none after " + SECONDS_TO_END
                        + " s. End them by hand before anything is graded.");
            }
            if (user.isOwn()) {
                endAtOnce();
            }
            members.forEach(member -> ProcessHandle.of(member.pid()).ifPresent(ProcessHandle::destroyForcibly));
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
            members = members();
        }
    }

    /**
     * Sends SIGKILL to all of the user's processes in one call of the system, which no fork gets away from. It is sent by that user,
     * who could end the sender before: so this is done again until nothing is left.
     */
    private void endAtOnce() {
        String number = Long.toString(user.number());
        SystemTool.run(List.of(
                PrivilegeCommand.setpriv(),
                "--reuid",
                number,
                "--regid",
                number,
                "--clear-groups",
                "/bin/sh",
                "-c",
                "kill -KILL -1"));
    }

    private List<ProcessTable.Entry> members() {
        List<ProcessTable.Entry> all = ProcessTable.now().processes();
        Predicate<ProcessTable.Entry> isMember = user.isOwn() ? one -> one.user() == user.number() : descendant(all);
        return all.stream().filter(one -> !one.ended() && isMember.test(one)).toList();
    }

    private Predicate<ProcessTable.Entry> descendant(List<ProcessTable.Entry> all) {
        Set<Long> found = new HashSet<>(Set.of(first));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (ProcessTable.Entry one : all) {
                if (found.contains(one.parent()) || one.session() == first) {
                    grows |= found.add(one.pid());
                }
            }
        }
        return one -> found.contains(one.pid());
    }
}
