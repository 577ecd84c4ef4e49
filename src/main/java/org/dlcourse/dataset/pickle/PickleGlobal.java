package org.dlcourse.dataset.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dlcourse.dataset.pickle.PickledArray.PickledType;

/**
 * The few names that a pickle may use, which are all that NumPy needs for an array of bytes. They stand for what is written here:
 * no code of the file, and none of Python's, is run.
 */
enum PickleGlobal {
    /** Makes an empty array. Before NumPy 2 the module was called {@code numpy.core}. */
    RECONSTRUCT("_reconstruct", "numpy.core.multiarray", "numpy._core.multiarray") {
        @Override
        Object call(List<?> arguments) {
            expect(arguments, 3, arguments.size() == 3 && arguments.get(0) == ARRAY);
            return new PickledArray();
        }
    },
    /** Makes an array of a buffer: from protocol 5 on. */
    FROM_BUFFER("_frombuffer", "numpy.core.numeric", "numpy._core.numeric") {
        @Override
        Object call(List<?> arguments) {
            expect(arguments, 4, arguments.size() == 4);
            PickledArray array = new PickledArray();
            array.fill(arguments.get(0), arguments.get(1), arguments.get(2), !"C".equals(word(arguments.get(3))));
            return array;
        }
    },
    /** The type of arrays. */
    ARRAY("ndarray", "numpy"),
    /** Makes an element type. */
    TYPE("dtype", "numpy") {
        @Override
        Object call(List<?> arguments) {
            expect(arguments, 3, arguments.size() == 3 && word(arguments.get(0)) != null);
            return new PickledType(word(arguments.get(0)));
        }
    },
    /** Makes bytes of a text with their values as characters: what Python 3 writes for bytes in protocol 2. */
    ENCODE("encode", "_codecs") {
        @Override
        Object call(List<?> arguments) {
            expect(
                    arguments,
                    2,
                    arguments.size() == 2
                            && arguments.get(0) instanceof String
                            && Set.of("latin1", "latin-1").contains(String.valueOf(word(arguments.get(1)))));
            if (((String) arguments.get(0)).chars().anyMatch(character -> character > 0xff)) {
                throw new PickleException("has text in place of bytes with a character beyond Latin-1");
            }
            byte[] bytes = ((String) arguments.get(0)).getBytes(StandardCharsets.ISO_8859_1);
            return new PickledBytes(bytes, 0, bytes.length);
        }
    };

    private static final int LONGEST_WORD = 100;

    private final String name;
    private final List<String> modules;

    PickleGlobal(String name, String... modules) {
        this.name = name;
        this.modules = List.of(modules);
    }

    /**
     * What a module's name stands for.
     *
     * @throws PickleException if it is none of these
     */
    static PickleGlobal of(String module, String name) {
        return Arrays.stream(values())
                .filter(global -> global.name.equals(name) && global.modules.contains(module))
                .findFirst()
                .orElseThrow(() -> new PickleException("asks for " + module + "." + name
                        + ", which is not what NumPy writes for an array of bytes; expected one of "
                        + Arrays.stream(values())
                                .map(global -> global.modules.get(0) + "." + global.name)
                                .collect(Collectors.joining(", "))));
    }

    /**
     * What Python's function of this name would make.
     *
     * @throws PickleException if it is no function, or the arguments are not those that NumPy writes
     */
    Object call(List<?> arguments) {
        throw new PickleException("calls " + name + ", which is no function");
    }

    void expect(List<?> arguments, int count, boolean condition) {
        if (!condition) {
            throw new PickleException("calls " + name + " with " + arguments.size()
                    + " arguments that NumPy does not write; expected its own " + count);
        }
    }

    /**
     * A text of Python 2 or 3 as names and keys are; null if it is something else, or longer. Not a long one, of which many copies
     * could be asked for.
     */
    static String word(Object value) {
        if (value instanceof PickledBytes bytes) {
            return bytes.length() > LONGEST_WORD ? null : bytes.text();
        }
        return value instanceof String text && text.length() <= LONGEST_WORD ? text : null;
    }
}
