package org.dlcourse.grading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray.ElementType;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.util.Sha256;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What is done with a student's code in one case, step by step; every case begins with fresh code and objects.
 *
 * <pre>{@code
 * Case one = new Case(Target.ofClass("Conv1D"))
 *         .construct("layer", Argument.of(2), Argument.of(3), Argument.of(4), Argument.of(1))
 *         .set("layer", "b", Argument.of(Nd4j.zeros(3)))
 *         .method("layer", "forward", "output", Argument.of(Nd4j.rand(1, 2, 9)));
 * assertThat(one.request().path("steps").size()).isEqualTo(3);
 * }</pre>
 */
public final class Case {
    private static final double SECONDS = 10;

    private final Target target;
    private final boolean stateless;
    private final Map<String, byte[]> arrays;
    private final List<ObjectNode> steps;
    private final List<String> results;

    /** A case without steps. */
    public Case(Target target) {
        this(target, false, Map.of(), List.of(), List.of());
    }

    private Case(
            Target target,
            boolean stateless,
            Map<String, byte[]> arrays,
            List<ObjectNode> steps,
            List<String> results) {
        this.target = target;
        this.stateless = stateless;
        this.arrays = arrays;
        this.steps = steps;
        this.results = results;
    }

    /**
     * A case without steps for a function that keeps nothing between calls: it need not begin with fresh code, so that a call costs
     * less than a millisecond.
     */
    public static Case stateless(Target function) {
        return new Case(function, true, Map.of(), List.of(), List.of());
    }

    /** Then calls the function; its result comes back. */
    public Case call(String result, Argument... arguments) {
        return silentCall(result, arguments).returning(result);
    }

    /** Then calls the function, whose result is read by later steps only. */
    public Case silentCall(String result, Argument... arguments) {
        return with(step("call").put("target", target.name()), arguments).named(result);
    }

    /** Then makes an object of the class. */
    public Case construct(String object, Argument... arguments) {
        return with(step("construct").put("target", target.name()), arguments).named(object);
    }

    /**
     * Then makes an object of the class; where its constructor needs more arguments, it gets some that are {@code None}.
     *
     * @param optional number of further arguments that classes may have, such as functions for initial values
     */
    public Case construct(String object, int optional, Argument... arguments) {
        return with(step("construct").put("target", target.name()).put("optional", optional), arguments)
                .named(object);
    }

    /** Then calls a method; its result comes back. */
    public Case method(String object, String method, String result, Argument... arguments) {
        return silent(object, method, result, arguments).returning(result);
    }

    /** Then calls a method whose result is read by later steps only. */
    public Case silent(String object, String method, String result, Argument... arguments) {
        return with(step("method").put("object", object).put("name", method), arguments)
                .named(result);
    }

    /**
     * Then calls a method; its result comes back, or an attribute where it returns nothing.
     *
     * @param keptAs names of the attribute
     */
    public Case method(String object, String method, List<String> keptAs, String result, Argument... arguments) {
        ObjectNode step = step("method").put("object", object).put("name", method);
        keptAs.forEach(step.putArray("kept_as")::add);
        return with(step, arguments).named(result).returning(result);
    }

    /**
     * Then makes an object of PyTorch's, or reads numbers of one; it is for later steps, or comes back if {@link #andReturn} follows.
     *
     * @param what a function of the worker's {@code torch_objects.py}
     */
    public Case make(String result, String what, Argument... arguments) {
        return with(step("make").put("what", what), arguments).named(result);
    }

    /** Then an earlier result comes back. */
    public Case andReturn(String result) {
        return returning(result);
    }

    /** Then reads what the first of some paths leads to that leads somewhere; {@code *} stands for any attribute. */
    public Case getFirst(String object, String result, List<List<String>> paths) {
        ObjectNode step = step("get").put("object", object);
        step.set("paths", lists(paths));
        return plus(step, arrays).named(result).returning(result);
    }

    /** Then sets what the first of some paths leads to that leads somewhere; {@code *} stands for any attribute. */
    public Case setFirst(String object, List<List<String>> paths, Argument value) {
        ObjectNode step = step("set").put("object", object);
        step.set("paths", lists(paths));
        Map<String, byte[]> more = new LinkedHashMap<>(arrays);
        step.set("value", json(value, more));
        return plus(step, more);
    }

    private static ArrayNode lists(List<List<String>> paths) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (List<String> path : paths) {
            ArrayNode names = all.addArray();
            path.forEach(names::add);
        }
        return all;
    }

    /**
     * Then reads what a path leads to from an object or an earlier result; it comes back.
     *
     * @param path of attributes and keys by name, and of indices
     */
    public Case get(String object, String result, Object... path) {
        return silentGet(object, result, path).returning(result);
    }

    /** The same for later steps only. */
    public Case silentGet(String object, String result, Object... path) {
        ObjectNode step = step("get").put("object", object);
        ArrayNode names = step.putArray("path");
        for (Object one : path) {
            if (one instanceof Integer index) {
                names.add(index);
            } else {
                names.add(one.toString());
            }
        }
        return plus(step, arrays).named(result);
    }

    /** Then sets an attribute. */
    public Case set(String object, String attribute, Argument value) {
        return set(object, List.of(attribute), value);
    }

    /** Then sets an attribute, or an entry of an attribute that is a dictionary. */
    public Case set(String object, List<String> path, Argument value) {
        ObjectNode step = step("set").put("object", object);
        ArrayNode names = step.putArray("path");
        path.forEach(names::add);
        Map<String, byte[]> more = new LinkedHashMap<>(arrays);
        step.set("value", json(value, more));
        return plus(step, more);
    }

    Target target() {
        return target;
    }

    /** The names of what comes back. */
    List<String> results() {
        return results;
    }

    /** The request, without its id. */
    public ObjectNode request() {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("type", "case").put("seconds", SECONDS);
        if (stateless) {
            request.put("stateless", true);
        }
        request.putArray("steps").addAll(steps);
        ArrayNode names = request.putArray("return");
        results.forEach(names::add);
        return request;
    }

    /** The arrays of the request, by name, as NumPy saves them. */
    Map<String, byte[]> arrays() {
        return arrays;
    }

    /** Whether the code is given arrays in single precision, so that it may well answer so. */
    boolean isInSinglePrecision() {
        return arrays.values().stream()
                .anyMatch(content -> NpyReader.read(content, "An argument").elementType() == ElementType.FLOAT32);
    }

    /** Equal for cases with the same steps and arrays. */
    String sha256() {
        Sha256 digest = new Sha256().add(request().toString());
        arrays.values().forEach(digest::add);
        return digest.hex();
    }

    private Case with(ObjectNode step, Argument... arguments) {
        Map<String, byte[]> more = new LinkedHashMap<>(arrays);
        ArrayNode list = step.putArray("arguments");
        for (Argument argument : arguments) {
            list.add(json(argument, more));
        }
        return plus(step, more);
    }

    private Case plus(ObjectNode step, Map<String, byte[]> more) {
        List<ObjectNode> all = new ArrayList<>(steps);
        all.add(step);
        return new Case(target, stateless, more, all, results);
    }

    private Case named(String result) {
        steps.get(steps.size() - 1).put("as", result);
        return this;
    }

    private Case returning(String result) {
        List<String> all = new ArrayList<>(results);
        all.add(result);
        return new Case(target, stateless, arrays, steps, all);
    }

    private static ObjectNode step(String what) {
        return JsonNodeFactory.instance.objectNode().put("do", what);
    }

    private static ObjectNode json(Argument argument, Map<String, byte[]> arrays) {
        if (argument instanceof Argument.OfArray of) {
            String name = "a" + arrays.size();
            arrays.put(name, npy(of.array()));
            return JsonNodeFactory.instance.objectNode().put("array", name);
        }
        if (argument instanceof Argument.OfList of) {
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            ArrayNode items = list.putArray("list");
            of.items().forEach(item -> items.add(json(item, arrays)));
            return list;
        }
        return ((Argument.OfValue) argument).value();
    }

    private static byte[] npy(INDArray array) {
        return Nd4j.toNpyByteArray(array.dup('c'));
    }
}
