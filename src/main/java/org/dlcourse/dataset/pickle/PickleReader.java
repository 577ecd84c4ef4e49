package org.dlcourse.dataset.pickle;

import java.nio.BufferUnderflowException;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.DataFile;

/**
 * Reads dictionaries of text, whole numbers, lists and NumPy arrays of bytes out of Python's pickles, and nothing else.
 *
 * <p>A pickle is a program for a machine that can call any function of Python. This one knows {@linkplain PickleOpcode some} of
 * its opcodes and {@linkplain PickleGlobal five} functions, which are written in Java: no code comes from the file. Memory is
 * bounded by the file's length, whatever its opcodes say.
 */
public final class PickleReader {
    /** Ten times what a batch of CIFAR-10 takes in any protocol. */
    private static final int MOST_STEPS = 1_000_000;

    /** Names that a file holds are repeated in a message, and may be of any length. */
    private static final int LONGEST_REASON = 300;

    private PickleReader() {}

    /**
     * What a file holds.
     *
     * @throws DataException if it ends too early, or does what is not known here; the message names the opcode and its offset
     */
    public static Object read(DataFile file) {
        PickleInput in = new PickleInput(file.bytes());
        PickleMachine machine = new PickleMachine();
        int offset = 0;
        try {
            for (int step = 0; !machine.hasStopped(); step++) {
                offset = in.position();
                if (step == MOST_STEPS) {
                    throw new PickleException("has more than " + MOST_STEPS + " opcodes");
                }
                PickleOpcode opcode = PickleOpcode.of(in.unsigned8());
                if (step == 0 && opcode != PickleOpcode.PROTO) {
                    throw new PickleException(
                            "begins with the opcode " + opcode + "; expected PROTO, as protocol 2 to 5 has");
                }
                opcode.run(in, machine);
            }
            return machine.result();
        } catch (PickleException e) {
            throw refused(file, e.getMessage(), offset);
        } catch (BufferUnderflowException e) {
            throw refused(file, "ends within the opcode", offset);
        }
    }

    private static DataException refused(DataFile file, String why, int offset) {
        return file.refused(
                "is no pickle that is read here: at byte %,d it %s. Nothing of it was run. It is cut, damaged or another file:"
                        + " unpack the published archive again.",
                offset, why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) + "..." : why);
    }
}
