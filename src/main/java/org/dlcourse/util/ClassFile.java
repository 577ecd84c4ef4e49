package org.dlcourse.util;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A compiled class, as far as its constant pool says which classes its code uses.
 *
 * @param bytes of the class file
 */
public record ClassFile(byte[] bytes) {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;

    /**
     * The classes that the code uses, itself among them: those that it creates, calls, extends or catches.
     *
     * @return names such as {@code org/example/Net$Layer}, arrays by their elements
     * @throws IOException if this is no class file
     */
    public Set<String> references() throws IOException {
        TreeMap<Integer, String> texts = new TreeMap<>();
        Set<Integer> classes = new TreeSet<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4);
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.put(index, in.readUTF());
            } else if (tag == CLASS) {
                classes.add(in.readUnsignedShort());
            } else {
                in.skipNBytes(size(tag));
                // Numbers of eight bytes take two indices.
                index += tag == LONG || tag == DOUBLE ? 1 : 0;
            }
        }
        Set<String> names = new TreeSet<>();
        for (int index : classes) {
            String name = texts.get(index);
            names.add(name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name);
        }
        return names;
    }

    /** Bytes of an entry of the constant pool behind its tag, from the specification of the Java virtual machine, 4.4. */
    private static int size(int tag) throws IOException {
        return switch (tag) {
            case 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IOException("unknown entry " + tag + " in the constant pool of a class file");
        };
    }
}
