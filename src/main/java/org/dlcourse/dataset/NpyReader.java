package org.dlcourse.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dlcourse.dataset.NpyArray.ElementType;

/**
 * Reads NumPy's {@code .npy} files, versions 1 to 3 of the header.
 *
 * <p>ND4J has a reader, but it reads Fortran order wrong without a word and ends the process on a big-endian file. Format:
 * NumPy Enhancement Proposal 1 and {@code numpy.lib.format}.
 */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** NumPy itself refuses longer headers, since they can exhaust memory when they are parsed. */
    private static final int LONGEST_HEADER = 10_000;

    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(((?:\\s*\\d+\\s*,?)*)\\)");

    private final Path file;
    private final ByteBuffer bytes;

    private NpyReader(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads one array.
     *
     * @throws DataException if the file is missing, damaged or holds elements of another type than {@link ElementType}
     */
    public static NpyArray read(Path file) {
        try {
            return new NpyReader(file, Files.readAllBytes(file)).read();
        } catch (IOException e) {
            throw new DataException("The .npy file " + file.toAbsolutePath() + " cannot be read: " + e, e);
        }
    }

    private NpyArray read() {
        String header = header();
        Matcher description = find(DESCRIPTION, header, "a simple element type ('descr')");
        ElementType type = elementType(description);
        int[] shape = shape(find(SHAPE, header, "a shape ('shape')").group(1));
        boolean fortranOrder =
                find(ORDER, header, "an order ('fortran_order')").group(1).equals("True");
        int count = checkedCount(shape, type);
        if (description.group(1).equals(">")) {
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        int[] places = fortranOrder ? fortranPlaces(shape, count) : null;
        return type.isReal()
                ? new NpyArray(type, shape, new long[0], reals(type, count, places))
                : new NpyArray(type, shape, integers(type, count, places), new double[0]);
    }

    private String header() {
        if (bytes.remaining() < MAGIC.length + 4 || !Arrays.equals(Arrays.copyOf(bytes.array(), MAGIC.length), MAGIC)) {
            throw damaged("it does not start with NumPy's signature", "the bytes 93 4E 55 4D 50 59 and a version");
        }
        bytes.position(MAGIC.length);
        int version = bytes.get();
        bytes.get();
        if (version < 1 || version > 3) {
            throw damaged("it has version " + version, "version 1, 2 or 3");
        }
        if (version > 1 && bytes.remaining() < 4) {
            throw damaged("it ends within its header", "four bytes of header length");
        }
        long length = version == 1 ? bytes.getShort() & 0xffffL : bytes.getInt() & 0xffffffffL;
        if (length > LONGEST_HEADER || length > bytes.remaining()) {
            throw damaged(
                    "its header claims " + length + " bytes and " + bytes.remaining() + " are left",
                    "a header of at most " + LONGEST_HEADER + " bytes within the file");
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new String(text, charset);
    }

    private Matcher find(Pattern pattern, String header, String what) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw damaged("its header is \"" + header.strip() + "\"", what);
        }
        return matcher;
    }

    private ElementType elementType(Matcher description) {
        String code = description.group(2);
        return Arrays.stream(ElementType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> damaged(
                        "its elements are '" + description.group(1) + code + "'",
                        Arrays.stream(ElementType.values())
                                .map(ElementType::code)
                                .collect(Collectors.joining(", ", "one of ", " in either byte order"))));
    }

    private int[] shape(String dimensions) {
        try {
            return Arrays.stream(dimensions.split(","))
                    .map(String::strip)
                    .filter(dimension -> !dimension.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw damaged("its shape is (" + dimensions + ")", "dimensions below 2^31");
        }
    }

    private int checkedCount(int[] shape, ElementType type) {
        double expected = Arrays.stream(shape).asDoubleStream().reduce(type.bytes(), (a, b) -> a * b);
        if (expected != bytes.remaining()) {
            throw damaged(
                    "it holds " + bytes.remaining() + " bytes of data",
                    String.format(Locale.ROOT, "%.0f for shape %s of %s", expected, Arrays.toString(shape), type));
        }
        return bytes.remaining() / type.bytes();
    }

    /** For each element in Fortran order its place in C order. */
    private static int[] fortranPlaces(int[] shape, int count) {
        int[] places = new int[count];
        int[] index = new int[shape.length];
        for (int i = 0; i < count; i++) {
            int place = 0;
            for (int d = 0; d < shape.length; d++) {
                place = place * shape[d] + index[d];
            }
            places[i] = place;
            for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
                index[d] = 0;
            }
        }
        return places;
    }

    private double[] reals(ElementType type, int count, int[] places) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[places == null ? i : places[i]] = type == ElementType.FLOAT64 ? bytes.getDouble() : bytes.getFloat();
        }
        return values;
    }

    private long[] integers(ElementType type, int count, int[] places) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[places == null ? i : places[i]] = switch (type) {
                case INT64 -> bytes.getLong();
                case INT32 -> bytes.getInt();
                default -> bytes.get() & 0xff;
            };
        }
        return values;
    }

    private DataException damaged(String found, String expected) {
        return new DataException("The .npy file " + file.toAbsolutePath() + " cannot be used: " + found + "; expected "
                + expected + ". Copy it again from where it came, or save it again with numpy.save.");
    }
}
