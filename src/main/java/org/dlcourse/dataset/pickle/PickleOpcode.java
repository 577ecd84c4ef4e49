package org.dlcourse.dataset.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The opcodes of Python's pickles that are known here, each with what it does; there are some thirty more, among them those
 * that make objects of any class.
 *
 * <p>Format: {@code pickletools} of Python's standard library, protocols 2 to 5.
 */
enum PickleOpcode {
    PROTO(0x80, (in, pickle) -> pickle.protocol(in.unsigned8())),
    FRAME(0x95, (in, pickle) -> in.length64()),
    MARK('(', (in, pickle) -> pickle.mark()),
    STOP('.', (in, pickle) -> pickle.stop()),

    NONE('N', (in, pickle) -> pickle.push(PickleMachine.NONE)),
    NEWTRUE(0x88, (in, pickle) -> pickle.push(true)),
    NEWFALSE(0x89, (in, pickle) -> pickle.push(false)),
    BININT('J', (in, pickle) -> pickle.push((long) in.signed32())),
    BININT1('K', (in, pickle) -> pickle.push((long) in.unsigned8())),
    BININT2('M', (in, pickle) -> pickle.push((long) in.unsigned16())),
    LONG1(0x8a, (in, pickle) -> pickle.push(in.number(in.unsigned8()))),

    SHORT_BINSTRING('U', (in, pickle) -> pickle.push(in.bytes(in.unsigned8()))),
    BINSTRING('T', (in, pickle) -> pickle.push(in.bytes(in.signed32()))),
    SHORT_BINBYTES('C', (in, pickle) -> pickle.push(in.bytes(in.unsigned8()))),
    BINBYTES('B', (in, pickle) -> pickle.push(in.bytes(in.unsigned32()))),
    BINBYTES8(0x8e, (in, pickle) -> pickle.push(in.bytes(in.length64()))),
    BYTEARRAY8(0x96, (in, pickle) -> pickle.push(in.bytes(in.length64()))),
    SHORT_BINUNICODE(0x8c, (in, pickle) -> pickle.push(in.text(in.unsigned8()))),
    BINUNICODE('X', (in, pickle) -> pickle.push(in.text(in.unsigned32()))),
    BINUNICODE8(0x8d, (in, pickle) -> pickle.push(in.text(in.length64()))),

    EMPTY_LIST(']', (in, pickle) -> pickle.push(new ArrayList<>())),
    APPEND('a', (in, pickle) -> pickle.append(pickle.pop(1))),
    APPENDS('e', (in, pickle) -> pickle.append(pickle.popToMark())),
    EMPTY_DICT('}', (in, pickle) -> pickle.push(new LinkedHashMap<>())),
    SETITEM('s', (in, pickle) -> pickle.put(pickle.pop(2))),
    SETITEMS('u', (in, pickle) -> pickle.put(pickle.popToMark())),
    EMPTY_TUPLE(')', (in, pickle) -> pickle.push(List.of())),
    TUPLE1(0x85, (in, pickle) -> pickle.push(pickle.pop(1))),
    TUPLE2(0x86, (in, pickle) -> pickle.push(pickle.pop(2))),
    TUPLE3(0x87, (in, pickle) -> pickle.push(pickle.pop(3))),
    TUPLE('t', (in, pickle) -> pickle.push(pickle.popToMark())),

    BINPUT('q', (in, pickle) -> pickle.keep(in.unsigned8())),
    LONG_BINPUT('r', (in, pickle) -> pickle.keep(in.unsigned32())),
    MEMOIZE(0x94, (in, pickle) -> pickle.keep()),
    BINGET('h', (in, pickle) -> pickle.pushKept(in.unsigned8())),
    LONG_BINGET('j', (in, pickle) -> pickle.pushKept(in.unsigned32())),

    GLOBAL('c', (in, pickle) -> pickle.push(PickleGlobal.of(in.line(), in.line()))),
    STACK_GLOBAL(0x93, (in, pickle) -> pickle.pushGlobal(pickle.pop(2))),
    REDUCE('R', (in, pickle) -> pickle.call(pickle.pop(2))),
    BUILD('b', (in, pickle) -> pickle.fill(pickle.pop(1)));

    private static final Map<Integer, PickleOpcode> BY_CODE =
            Stream.of(values()).collect(Collectors.toMap(opcode -> opcode.code, Function.identity()));

    private final int code;
    private final BiConsumer<PickleInput, PickleMachine> effect;

    PickleOpcode(int code, BiConsumer<PickleInput, PickleMachine> effect) {
        this.code = code;
        this.effect = effect;
    }

    /**
     * The opcode of this byte.
     *
     * @throws PickleException if it is none of these
     */
    static PickleOpcode of(int code) {
        PickleOpcode opcode = BY_CODE.get(code);
        if (opcode == null) {
            String character = code > ' ' && code < 0x7f ? " '" + (char) code + "'" : "";
            throw new PickleException(
                    String.format("has the opcode 0x%02x%s, which is not read here", code, character));
        }
        return opcode;
    }

    /** Reads the opcode's argument and does what it says. */
    void run(PickleInput in, PickleMachine pickle) {
        effect.accept(in, pickle);
    }
}
