package org.dlcourse.dataset.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack and the memory on which the opcodes of a pickle work.
 *
 * <p>The pickle of Python's {@code {'a': [1, 2]}}, by protocol 2, without the opcodes that only keep values for later use:
 *
 * <pre>
 * opcode            stack after it
 * EMPTY_DICT        {}
 * BINUNICODE 'a'    {}  'a'
 * EMPTY_LIST        {}  'a'  []
 * MARK              {}  'a'  []  mark
 * BININT1 1         {}  'a'  []  mark  1
 * BININT1 2         {}  'a'  []  mark  1  2
 * APPENDS           {}  'a'  [1, 2]           all from the mark on
 * SETITEM           {'a': [1, 2]}
 * STOP              {'a': [1, 2]}             the one value left is the result
 * </pre>
 *
 * <p>Values are {@code Long}, {@code Boolean}, {@link #NONE}, {@code String}, {@link PickledBytes}, {@code List} (lists and
 * tuples), {@code Map} with text as keys, {@link PickleGlobal}, {@link PickledArray} and its element type.
 */
final class PickleMachine {
    /** Python's None. */
    static final Object NONE = Sign.NONE;

    private static final Object MARK = Sign.MARK;
    /** Bytes that may be made of text; the others are parts of the file. */
    private static final long MOST_MADE = 64 << 20;

    /** What stands for itself. */
    private enum Sign {
        NONE,
        MARK
    }

    private final List<Object> stack = new ArrayList<>();
    private final Map<Long, Object> kept = new HashMap<>();
    private long made;
    private boolean stopped;

    boolean hasStopped() {
        return stopped;
    }

    /** What the pickle holds, once it has stopped. */
    Object result() {
        return stack.get(0);
    }

    void protocol(int version) {
        if (version < 2 || version > 5) {
            throw new PickleException("has protocol " + version + "; expected 2 to 5");
        }
    }

    void stop() {
        if (stack.size() != 1 || stack.get(0) == MARK) {
            throw new PickleException("ends with " + stack.size() + " values; expected one");
        }
        stopped = true;
    }

    void push(Object value) {
        stack.add(value);
    }

    void mark() {
        stack.add(MARK);
    }

    /** The topmost values, the lowest first, which are taken off. */
    List<Object> pop(int count) {
        int first = stack.size() - count;
        if (first < 0 || stack.subList(first, stack.size()).contains(MARK)) {
            throw new PickleException("takes more values than there are");
        }
        return popFrom(first);
    }

    /** The values above the last mark, which is taken off as well. */
    List<Object> popToMark() {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw new PickleException("looks for a mark where none is");
        }
        List<Object> values = popFrom(mark + 1);
        stack.remove(mark);
        return values;
    }

    private List<Object> popFrom(int first) {
        List<Object> above = stack.subList(first, stack.size());
        List<Object> values = List.copyOf(above);
        above.clear();
        return values;
    }

    private Object top() {
        if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
            throw new PickleException("takes more values than there are");
        }
        return stack.get(stack.size() - 1);
    }

    void append(List<Object> values) {
        if (!(top() instanceof ArrayList<?>)) {
            throw new PickleException("appends to what is no list");
        }
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) top();
        list.addAll(values);
    }

    /** Keys and values in turn. */
    void put(List<Object> entries) {
        if (!(top() instanceof Map<?, ?>) || entries.size() % 2 != 0) {
            throw new PickleException("puts " + entries.size() + " keys and values into what may be no dictionary");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> map = (Map<String, Object>) top();
        for (int i = 0; i < entries.size(); i += 2) {
            String key = PickleGlobal.word(entries.get(i));
            if (key == null) {
                throw new PickleException("has a dictionary with a key that is no short text");
            }
            map.put(key, entries.get(i + 1));
        }
    }

    void keep() {
        keep(kept.size());
    }

    void keep(long index) {
        kept.put(index, top());
    }

    void pushKept(long index) {
        if (!kept.containsKey(index)) {
            throw new PickleException("takes the value " + index + " out of memory, which was not put there");
        }
        push(kept.get(index));
    }

    void pushGlobal(List<Object> moduleAndName) {
        push(PickleGlobal.of(
                String.valueOf(PickleGlobal.word(moduleAndName.get(0))),
                String.valueOf(PickleGlobal.word(moduleAndName.get(1)))));
    }

    void call(List<Object> functionAndArguments) {
        if (!(functionAndArguments.get(0) instanceof PickleGlobal function)
                || !(functionAndArguments.get(1) instanceof List<?> arguments)) {
            throw new PickleException("calls what is no function");
        }
        Object value = function.call(arguments);
        made += value instanceof PickledBytes bytes ? bytes.length() : 0;
        if (made > MOST_MADE) {
            throw new PickleException("makes more than " + MOST_MADE + " bytes of text");
        }
        push(value);
    }

    /** Gives the topmost value its state. */
    void fill(List<Object> state) {
        Object value = top();
        if (!(state.get(0) instanceof List<?> parts)
                || !(value instanceof PickledArray || value instanceof PickledArray.PickledType)) {
            throw new PickleException("gives a state to what is neither an array nor its type");
        }
        if (value instanceof PickledArray array) {
            array.fill(parts);
        }
        // A byte's type has nothing to be filled: it has no byte order, and no fields.
    }
}
