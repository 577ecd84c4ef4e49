package org.dlcourse.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The commands that take rights and resources away before anything of a worker runs. */
final class PrivilegeCommand {
    static final int OPEN_FILES = 256;

    private static final String INSTALLATION = "Install util-linux, 2.33 or later; grading needs Linux.";

    private PrivilegeCommand() {}

    static String setpriv() {
        return SystemTool.require("setpriv", "takes rights away", INSTALLATION);
    }

    private static String prlimit() {
        return SystemTool.require("prlimit", "sets limits", INSTALLATION);
    }

    /** Runs what follows as the user, without rights or ways to gain some, until the thread that started it ends. */
    static List<String> as(WorkerUser user) {
        List<String> command =
                new ArrayList<>(List.of(setpriv(), "--no-new-privs", "--inh-caps=-all", "--pdeathsig", "KILL"));
        if (user.isOwn()) {
            String number = Long.toString(user.number());
            command.addAll(List.of("--reuid", number, "--regid", number, "--clear-groups"));
        }
        command.add("--");
        return command;
    }

    /** Runs what follows with limits on each of its processes. */
    static List<String> within(Limits limits) {
        long seconds = limits.processorTime().toSeconds();
        List<String> command = new ArrayList<>();
        // Whatever happens to this machine's memory, the worker is the first that the system ends.
        SystemTool.find("choom").ifPresent(choom -> command.addAll(List.of(choom.toString(), "-n", "1000", "--")));
        command.addAll(List.of(
                prlimit(),
                "--as=" + limits.addressBytes(),
                "--fsize=" + limits.fileBytes(),
                "--cpu=" + seconds + ":" + (seconds + 1),
                "--nofile=" + OPEN_FILES,
                "--core=0",
                "--memlock=65536",
                "--msgqueue=0",
                "--"));
        return command;
    }

    /** Runs what follows with a limit on the processes of its user, which must be one of its own or in a namespace of its own. */
    static List<String> withProcesses(Limits limits) {
        return List.of(prlimit(), "--nproc=" + limits.processes(), "--");
    }
}
