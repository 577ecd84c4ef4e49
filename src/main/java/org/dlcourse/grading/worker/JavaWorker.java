package org.dlcourse.grading.worker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.grading.worker.StudentCode.CompileError;
import org.dlcourse.grading.worker.Wire.Message;

/**
 * Compiles a submission in Java and calls its implementations of exercises, for a grading process that speaks frames on standard input
 * and output.
 */
public final class JavaWorker {
    private final Wire wire;
    /** Null before the first request that needs it. */
    private StudentCode code;
    /** Null before the greeting. */
    private Path submission;

    private final Map<String, String> found = new LinkedHashMap<>();

    private JavaWorker(Wire wire) {
        this.wire = wire;
    }

    /**
     * Answers requests until standard input ends.
     *
     * @param arguments none
     * @throws IOException if a request or an answer is broken
     */
    public static void main(String[] arguments) throws IOException {
        Wire wire = new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // What the student's code prints is no answer; the grading process limits it.
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Where the machine's own folder is shared, this one is not.
        Optional.ofNullable(System.getenv("TMPDIR"))
                .ifPresent(temporary -> System.setProperty("java.io.tmpdir", temporary));
        System.setOut(errors);
        System.setErr(errors);
        new JavaWorker(wire).serve();
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        Optional<Message> request = wire.read();
        while (request.isPresent()) {
            ObjectNode asked = request.get().header();
            Message answer = answer(request.get());
            answer.header().set("id", asked.get("id"));
            answer.header().set("nonce", asked.get("nonce"));
            wire.write(answer);
            if (answer.header().path("ended").asBoolean()) {
                return;
            }
            request = wire.read();
        }
    }

    private Message answer(Message request) throws IOException {
        ObjectNode asked = request.header();
        switch (asked.path("type").asText()) {
            case "hello" -> {
                submission = Path.of(asked.path("submission").asText());
                return said("ready", "worker", "java " + Runtime.version());
            }
            case "find" -> {
                return find(asked.path("exercise").asText());
            }
            case "call" -> {
                return new Call(code, found.get(asked.path("exercise").asText()), request).answer();
            }
            default -> {
                return said("refused", "what", "A request is of the type " + asked.path("type") + ".");
            }
        }
    }

    private Message find(String exercise) throws IOException {
        if (code == null) {
            code = StudentCode.compiled(submission, Path.of(System.getProperty("java.io.tmpdir"), "classes"));
        }
        Class<?> asked;
        try {
            asked = Class.forName(exercise);
        } catch (ClassNotFoundException e) {
            return said("refused", "what", "The exercise " + exercise + " is not among the worker's classes.");
        }
        try (var loader = code.loader()) {
            List<Class<?>> implementing = code.implementing(asked, loader);
            if (implementing.isEmpty()) {
                return notFound(asked);
            }
            Class<?> first = implementing.get(0);
            found.put(exercise, first.getName());
            Message answer = said("found", "class", first.getName());
            answer.header()
                    .put(
                            "file",
                            code.jarOf(first)
                                    .orElseGet(() -> code.sourceOf(first.getName(), outermost(first) + ".java")));
            var remarks = answer.header().putArray("remarks");
            if (implementing.size() > 1) {
                remarks.add("Several classes implement " + asked.getSimpleName() + ": " + names(implementing) + "; "
                        + first.getName() + " was taken.");
            }
            code.errors().forEach((file, error) -> remarks.add(sentence(file, error)));
            return answer;
        }
    }

    /** An error in a file that seems to implement the exercise is the reason why nothing does. */
    private Message notFound(Class<?> asked) throws IOException {
        Map.Entry<String, CompileError> first = null;
        for (Map.Entry<String, CompileError> one : code.errors().entrySet()) {
            if (first == null && code.mentions(one.getKey(), asked.getSimpleName())) {
                first = one;
            }
        }
        if (first == null) {
            Message answer = said("not_found", "what", "");
            var remarks = answer.header().putArray("remarks");
            code.errors().forEach((file, error) -> remarks.add(sentence(file, error)));
            return answer;
        }
        String reason = first.getKey();
        Message answer = said("exception", "class", "does not compile");
        answer.header()
                .put("message", first.getValue().message())
                .put("file", first.getKey())
                .put("line", first.getValue().line());
        var remarks = answer.header().putArray("remarks");
        code.errors().entrySet().stream()
                .filter(one -> !one.getKey().equals(reason))
                .forEach(one -> remarks.add(sentence(one.getKey(), one.getValue())));
        return answer;
    }

    private static String sentence(String file, CompileError error) {
        return file + " does not compile and was left out: " + error.message() + " (line " + error.line() + ").";
    }

    private static String outermost(Class<?> one) {
        Class<?> outer = one;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer.getSimpleName();
    }

    private static String names(List<Class<?>> classes) {
        return String.join(", ", classes.stream().map(Class::getName).toList());
    }

    static Message said(String type, String name, String value) {
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("type", type);
        return new Message(header.put(name, value), new LinkedHashMap<>());
    }
}
