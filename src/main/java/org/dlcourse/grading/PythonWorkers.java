package org.dlcourse.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dlcourse.sandbox.Reply;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Worker;

/** The workers that run a submission's code in Python, one for each set of packages; one that a request ended is replaced by the next. */
final class PythonWorkers implements AutoCloseable {
    private final Path folder;
    private final Supplier<SandboxChoice> choice;
    private final Consumer<PythonPackages> prepare;
    private final PythonProgram program = PythonProgram.unpacked();
    private final Map<PythonPackages, Worker> running = new EnumMap<>(PythonPackages.class);
    /** How each that was started ran, a sentence each. */
    private final Map<PythonPackages, Set<String>> sentences = new EnumMap<>(PythonPackages.class);

    /**
     * None is running yet.
     *
     * @param folder that was handed in
     * @param choice of the sandbox, when it is first needed
     * @param prepare asks a new worker for what an earlier one has found
     */
    PythonWorkers(Path folder, Supplier<SandboxChoice> choice, Consumer<PythonPackages> prepare) {
        this.folder = folder;
        this.choice = choice;
        this.prepare = prepare;
    }

    /**
     * Asks a worker, which is started where none runs.
     *
     * @throws SubmissionException if the request ended it
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    Reply.Answered ask(ObjectNode request, Map<String, byte[]> arrays, Duration limit, PythonPackages packages) {
        Reply reply = worker(packages).ask(request, arrays, limit);
        if (reply instanceof Reply.Failed failed) {
            running.remove(packages);
            throw SubmissionException.orOfTheSandbox(failed);
        }
        return (Reply.Answered) reply;
    }

    private Worker worker(PythonPackages packages) {
        if (!running.containsKey(packages)) {
            Worker worker = choice.get().sandbox().start(packages.command(program.folder()), folder, packages.limits());
            running.put(packages, worker);
            Set<String> said = sentences.computeIfAbsent(packages, one -> new LinkedHashSet<>());
            said.add("It was run by " + worker.description() + ".");
            said.addAll(worker.remarks());
            prepare.accept(packages);
        }
        return running.get(packages);
    }

    /** How the workers with these packages ran, a sentence each; none where none was started. */
    List<String> sentences(Collection<PythonPackages> packages) {
        return sentences.entrySet().stream()
                .filter(one -> packages.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        running.values().forEach(Worker::close);
        running.clear();
        program.close();
    }
}
