package org.dlcourse.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dlcourse.settings.Isolation;

/** A process that grades one submission, says what came of it, and can be killed meanwhile. */
final class GradingProcess {
    private GradingProcess() {}

    /** Takes the isolation, the worker's folder and file, and the submission. */
    public static void main(String[] arguments) {
        SandboxChoice choice = SandboxChoice.of(Isolation.valueOf(arguments[0]));
        WorkerCommand command = WorkerCommand.python(Path.of(arguments[1]), arguments[2]);
        try (Worker worker = choice.sandbox().start(command, Path.of(arguments[3]), Limits.EXERCISES)) {
            System.out.println("started as user " + ProcessTable.ownUser());
            Reply reply = worker.ask(
                    JsonNodeFactory.instance.objectNode().put("type", "case"), Map.of(), Duration.ofSeconds(60));
            System.out.println(reply);
        }
        System.out.println("ended");
    }
}
