package org.dlcourse.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyArray.ElementType;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.sandbox.Reply;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;

/**
 * A folder with a student's work in Python, whose code runs in a sandbox. Cases that are equal run once.
 *
 * <p>It is the tests' process that knows what is expected; the sandbox sees inputs alone.
 */
public final class Submission implements AutoCloseable {
    /** More than the worker itself allows for reading files, and for running some as a whole. */
    private static final Duration FINDING = Duration.ofSeconds(90);
    /** More than it allows for loading the code and for the case, so that it is the worker that says what took too long. */
    private static final Duration CASE = Duration.ofSeconds(40);

    private static final int READING_SECONDS = 60;

    private final Path folder;
    private final ChosenOnce choice;
    private final JavaCode java;
    private final PythonWorkers workers;
    private final Map<Target, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Map<String, NpyArray>> results = new HashMap<>();
    /** On what the code did, a sentence each. */
    private final Map<Target, Set<String>> remarks = new HashMap<>();

    private final Set<Target> inSinglePrecision = new HashSet<>();
    private final SubmittedFiles files = new SubmittedFiles(this);

    /**
     * A submission.
     *
     * @param folder with the student's files
     * @param choose chooses the sandbox when it is first needed
     */
    public Submission(Path folder, Supplier<SandboxChoice> choose) {
        this.folder = folder;
        this.choice = new ChosenOnce(choose);
        this.java = new JavaCode(folder, choice);
        this.workers = new PythonWorkers(folder, choice, this::findAgain);
    }

    /** The part of it that is in Java. */
    JavaCode java() {
        return java;
    }

    /** Whether there is a file or a notebook in Python. */
    boolean hasPython() {
        return JavaCode.has(folder, ".py", ".ipynb");
    }

    /**
     * Looks for a target; none of the student's code runs.
     *
     * @throws SubmissionException if it is in none of the files, or not implemented
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    public synchronized Finding find(Target target) {
        return findings.computeIfAbsent(target, this::found);
    }

    private Finding found(Target target) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("type", "find")
                .put("target", target.name())
                .put("kind", target.kind().toString());
        if (target.packages() != PythonPackages.NUMPY && !isMentioned(target)) {
            // So that nothing is needed to say that there is nothing.
            ObjectNode none = JsonNodeFactory.instance.objectNode().put("type", "not_found");
            throw new PythonFailure(request, none).exception("found");
        }
        target.packages().needed().forEach(request.withArray("needs")::add);
        ObjectNode answer =
                answer(request, Map.of(), "found", target.packages()).header();
        return new Finding(
                target,
                answer.path("file").asText(),
                answer.path("line").asInt(),
                answer.path("how").asText(),
                PythonFailure.texts(answer.path("remarks")));
    }

    /** Whether the name occurs in one of the files. */
    private boolean isMentioned(Target target) {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("type", "mentions").put("target", target.name());
        return answer(request, Map.of(), "mentions", PythonPackages.NUMPY)
                .header()
                .path("mentioned")
                .asBoolean();
    }

    /**
     * Runs a case.
     *
     * @return the results by name
     * @throws SubmissionException if the code gives none
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    public synchronized Map<String, NpyArray> run(Case one) {
        find(one.target());
        String key = one.sha256();
        Map<String, NpyArray> known = results.get(key);
        if (known == null) {
            Reply.Answered answer =
                    answer(one.request(), one.arrays(), "result", one.target().packages());
            known = arrays(answer);
            requireArrays(one, known, answer.header().path("values"));
            remark(one, answer.header(), known);
            results.put(key, known);
        }
        return known;
    }

    /** The files of it that are no code. */
    public SubmittedFiles files() {
        return files;
    }

    /** Has the worker read files of one kind. */
    synchronized Reply.Answered read(String request, String expected) {
        ObjectNode reading =
                JsonNodeFactory.instance.objectNode().put("type", request).put("seconds", READING_SECONDS);
        return answer(reading, Map.of(), expected, PythonPackages.NUMPY);
    }

    private static void requireArrays(Case one, Map<String, NpyArray> arrays, JsonNode values) {
        for (String result : one.results()) {
            if (!arrays.containsKey(result)) {
                String found = values.path(result).path("python").asText("missing");
                throw new SubmissionException(
                        Verdict.WRONG,
                        "The result \"" + result + "\" of the " + one.target() + " is "
                                + (found.equals("missing") ? found : "a " + found)
                                + "; expected an array of numbers.");
            }
        }
    }

    private void remark(Case one, JsonNode answer, Map<String, NpyArray> arrays) {
        if (arrays.values().stream().anyMatch(array -> array.elementType() == ElementType.FLOAT32)
                && !one.isInSinglePrecision()) {
            inSinglePrecision.add(one.target());
            remark(
                    one.target(),
                    "The " + one.target()
                            + " gives numbers in single precision, whose rounding alone is an error of some 3e-8;"
                            + " double precision is asked for.");
        }
        if (!answer.path("changed_arguments").isEmpty()) {
            remark(one.target(), "The " + one.target() + " changes an array that it is given. It was given a copy.");
        }
    }

    /** Notes a sentence on what a target's code did, for whoever wrote it. */
    public synchronized void remark(Target target, String sentence) {
        remarks.computeIfAbsent(target, one -> new LinkedHashSet<>()).add(sentence);
    }

    /** The precision of what a target's code has given so far: single if one of its arrays was. */
    public synchronized Precision precision(Target target) {
        return inSinglePrecision.contains(target) ? Precision.SINGLE : Precision.DOUBLE;
    }

    static Map<String, NpyArray> arrays(Reply.Answered answer) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        answer.arrays().forEach((name, content) -> {
            try {
                arrays.put(name, NpyReader.read(content, "The result " + name));
            } catch (DataException e) {
                throw new SubmissionException(Verdict.WRONG, e.getMessage());
            }
        });
        return arrays;
    }

    private Reply.Answered answer(
            ObjectNode request, Map<String, byte[]> arrays, String expected, PythonPackages packages) {
        Reply.Answered answered = workers.ask(request, arrays, expected.equals("result") ? CASE : FINDING, packages);
        if (answered.type().equals(expected)) {
            return answered;
        }
        throw new PythonFailure(request, answered.header()).exception(expected);
    }

    /** A new worker has to look again for the targets that an earlier one found. */
    private void findAgain(PythonPackages packages) {
        findings.keySet().stream()
                .filter(target -> target.packages() == packages)
                .forEach(this::found);
    }

    /** The digest of the files that were handed in. */
    public String sha256() {
        return FolderDigest.sha256(folder);
    }

    /** Where a target was found and what was noticed about it, a sentence each; none if it was not found. */
    public synchronized List<String> remarks(Target target) {
        List<String> sentences = new ArrayList<>();
        if (findings.containsKey(target)) {
            sentences.addAll(findings.get(target).sentences());
        }
        sentences.addAll(remarks.getOrDefault(target, Set.of()));
        return sentences;
    }

    /** How anything of it was run and what that does not stop, a sentence each; none before the first request. */
    public synchronized List<String> isolation() {
        return isolation(EnumSet.allOf(PythonPackages.class), true);
    }

    /** The same of what some targets need, or of files that are no code where there are none, and of the part in Java. */
    synchronized List<String> isolation(Collection<Target> targets, boolean inJava) {
        Set<PythonPackages> packages = EnumSet.noneOf(PythonPackages.class);
        targets.forEach(target -> packages.add(target.packages()));
        return isolation(packages.isEmpty() && !inJava ? EnumSet.of(PythonPackages.NUMPY) : packages, inJava);
    }

    private List<String> isolation(Set<PythonPackages> packages, boolean inJava) {
        List<String> sentences = new ArrayList<>(workers.sentences(packages));
        if (inJava) {
            sentences.addAll(java.workers());
        }
        choice.made().ifPresent(made -> sentences.addAll(made.sentences()));
        return sentences;
    }

    @Override
    public synchronized void close() {
        workers.close();
        java.close();
    }
}
