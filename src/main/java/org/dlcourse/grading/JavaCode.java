package org.dlcourse.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.grading.worker.Values;
import org.dlcourse.sandbox.Limits;
import org.dlcourse.sandbox.Reply;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;
import org.dlcourse.sandbox.Worker;
import org.dlcourse.util.Sha256;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The classes of a submission in Java that implement exercises. They are compiled and run in a sandbox; here is an object for each
 * exercise that passes calls on. Calls that are equal run once.
 */
final class JavaCode implements AutoCloseable {
    private static final long SECONDS = 10;
    /** More than a compiler takes. */
    private static final Duration FINDING = Duration.ofSeconds(60);
    /** More than the worker allows for a call, so that it is the worker that says what took too long. */
    private static final Duration CALL = Duration.ofSeconds(25);

    private final Path folder;
    private final Supplier<SandboxChoice> choose;
    /** Where the exercises' classes were found and what was noticed, a sentence each. */
    private final Map<Class<?>, List<String>> found = new LinkedHashMap<>();

    private final Map<String, Reply.Answered> results = new HashMap<>();
    /** Null before the first request. */
    private JavaProgram program;
    /** Null before the first request, and after one that ended it. */
    private Worker worker;

    /**
     * The code of a submission.
     *
     * @param folder that was handed in
     * @param choose the sandbox, when it is first needed
     */
    JavaCode(Path folder, Supplier<SandboxChoice> choose) {
        this.folder = folder;
        this.choose = choose;
    }

    /** Whether there is a source file or a jar. */
    boolean isHandedIn() {
        return has(folder, ".java", ".jar");
    }

    /** Whether a folder has files of one of these kinds. */
    static boolean has(Path folder, String... ends) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> Stream.of(ends).anyMatch(file.toString()::endsWith));
        } catch (IOException e) {
            throw new UncheckedIOException("The submission " + folder + " cannot be listed.", e);
        }
    }

    /**
     * The solution of an exercise.
     *
     * @throws SubmissionException if no class implements it, or its file does not compile
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    synchronized <S> S solution(Class<S> exercise) {
        if (!found.containsKey(exercise)) {
            found.put(exercise, sentences(exercise, find(exercise)));
        }
        return exercise.cast(
                Proxy.newProxyInstance(exercise.getClassLoader(), new Class<?>[] {exercise}, handler(exercise)));
    }

    private List<String> sentences(Class<?> exercise, JsonNode answer) {
        List<String> sentences = new ArrayList<>();
        String file = answer.path("file").asText();
        sentences.add("The class " + answer.path("class").asText() + ", which implements " + exercise.getSimpleName()
                + ", was found in " + file
                + (file.endsWith(".jar") ? "." : " and compiled with the other files that compile."));
        if (has(folder, ".py", ".ipynb")) {
            sentences.add("There are files in Python too; they have no solution of this exercise.");
        }
        answer.path("remarks").forEach(remark -> sentences.add(remark.asText()));
        return List.copyOf(sentences);
    }

    private InvocationHandler handler(Class<?> exercise) {
        return (proxy, method, arguments) -> {
            if (method.getDeclaringClass() != Object.class) {
                return call(exercise, method, List.of(arguments));
            }
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "the student's " + exercise.getSimpleName();
            };
        };
    }

    private JsonNode find(Class<?> exercise) {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("type", "find").put("exercise", exercise.getName());
        return answer(request, Map.of(), "found", exercise).header();
    }

    private synchronized Object call(Class<?> exercise, Method method, List<Object> arguments) {
        Values written = Values.toWrite();
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("type", "call")
                .put("exercise", exercise.getName())
                .put("method", method.getName())
                .put("seconds", SECONDS);
        request.set("arguments", written.written(arguments));
        Sha256 digest = new Sha256().add(request.toString());
        written.arrays().values().forEach(digest::add);
        String key = digest.hex();
        Reply.Answered answer = results.get(key);
        if (answer == null) {
            answer = answer(request, written.arrays(), "result", exercise);
            results.put(key, answer);
        }
        try {
            return new Values(answer.arrays(), JavaCode::array)
                    .read(answer.header().path("value"), method.getGenericReturnType());
        } catch (IllegalArgumentException | DataException e) {
            throw new SubmissionException(
                    Verdict.WRONG,
                    "The result of " + exercise.getSimpleName() + "." + method.getName() + ": " + e.getMessage());
        }
    }

    private static INDArray array(byte[] content) {
        return NpyReader.read(content, "The array").toNd4j();
    }

    private Reply.Answered answer(ObjectNode request, Map<String, byte[]> arrays, String expected, Class<?> exercise) {
        Reply reply = running().ask(request, arrays, expected.equals("found") ? FINDING : CALL);
        if (reply instanceof Reply.Failed failed) {
            worker = null;
            throw SubmissionException.orOfTheSandbox(failed);
        }
        Reply.Answered answered = (Reply.Answered) reply;
        if (answered.header().path("ended").asBoolean()) {
            worker.close();
            worker = null;
        }
        if (answered.type().equals(expected)) {
            return answered;
        }
        String reason = reason(answered.header(), exercise);
        throw Verdict.ofType(answered.type())
                .<RuntimeException>map(verdict -> new SubmissionException(verdict, reason))
                .orElseGet(() -> new SandboxException(
                        "The worker answered \"" + answered.type() + "\": " + reason + " Expected \"" + expected
                                + "\". This is a fault of the grading, not of the student's work."));
    }

    private static String reason(JsonNode answer, Class<?> exercise) {
        List<String> words = new ArrayList<>();
        if (answer.path("type").asText().equals("not_found")) {
            words.add("No class implements " + exercise.getName()
                    + ". Expected one in a .java file or a jar of the folder, with a constructor without arguments.");
        }
        if (answer.path("type").asText().equals("time_out")) {
            words.add("No result within " + answer.path("seconds").asInt() + " s.");
        }
        if (answer.has("class")) {
            words.add(answer.path("class").asText() + ": "
                    + answer.path("message").asText());
        }
        if (!answer.path("what").asText().isEmpty()) {
            words.add(answer.path("what").asText());
        }
        if (answer.has("line")) {
            words.add("(" + answer.path("file").asText() + ", line "
                    + answer.path("line").asText() + ")");
        }
        answer.path("remarks").forEach(remark -> words.add(remark.asText()));
        return String.join(" ", words);
    }

    /** The worker; a new one has to look again for the classes that an earlier one found. */
    private Worker running() {
        SandboxChoice choice = choose.get();
        if (program == null) {
            program = JavaProgram.unpacked(RegisteredExercises.interfaces());
        }
        if (worker == null) {
            worker = choice.sandbox()
                    .start(program.command(choice.sandbox().isolation()), folder, Limits.EXERCISES_IN_JAVA);
            found.keySet().forEach(this::find);
        }
        return worker;
    }

    /** Where an exercise's class was found and what was noticed, a sentence each; none if it was not found. */
    synchronized List<String> remarks(Class<?> exercise) {
        return found.getOrDefault(exercise, List.of());
    }

    /** How it was run, a sentence each; none before the first request. */
    synchronized List<String> workers() {
        return worker == null
                ? List.of()
                : Stream.concat(Stream.of("It was run by " + worker.description() + "."), worker.remarks().stream())
                        .toList();
    }

    @Override
    public synchronized void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        if (program != null) {
            program.close();
            program = null;
        }
    }
}
