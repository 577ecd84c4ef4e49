package org.dlcourse.dataset.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.FileKind;
import org.dlcourse.dataset.npy.NpyArray.ElementType;

/**
 * What the header of a {@code .npy} file says of the array after it, in versions 1 to 3 and as Python 2 and 3 write it.
 *
 * @param type of the elements
 * @param byteOrder of the elements
 * @param isFortranOrder whether the first dimension runs fastest
 * @param shape lengths of the dimensions
 */
record NpyHeader(ElementType type, ByteOrder byteOrder, boolean isFortranOrder, int[] shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** NumPy itself refuses longer headers, since they can exhaust memory when they are parsed. */
    private static final int LONGEST_HEADER = 10_000;

    private static final Pattern DESCRIPTION =
            Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([<>|=]?)([a-zA-Z]\\d*)(?:\\[\\w+])?['\"]|(\\[))");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(((?:\\s*\\d+L?\\s*,?)*)\\)");

    /** Reads the header and leaves the buffer at the first element. */
    static NpyHeader read(ByteBuffer bytes, NpySource source) {
        String text = text(bytes, source);
        Matcher description = find(DESCRIPTION, text, "an element type ('descr')", source);
        ElementType type = elementType(description, source);
        return new NpyHeader(
                type,
                description.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                find(ORDER, text, "an order ('fortran_order')", source).group(1).equals("True"),
                shape(find(SHAPE, text, "a shape ('shape')", source).group(1), source));
    }

    private static String text(ByteBuffer bytes, NpySource source) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < MAGIC.length + 4 || !Arrays.equals(Arrays.copyOf(bytes.array(), MAGIC.length), MAGIC)) {
            String found = FileKind.of(bytes.array())
                    .map(kind -> "it " + kind.description())
                    .orElse("it does not start with NumPy's signature");
            throw source.damaged(found, "the bytes 93 4E 55 4D 50 59 and a version");
        }
        bytes.position(MAGIC.length);
        int version = bytes.get();
        bytes.get();
        if (version < 1 || version > 3) {
            throw source.damaged("it has version " + version, "version 1, 2 or 3");
        }
        if (version > 1 && bytes.remaining() < 4) {
            throw source.damaged("it ends within its header", "four bytes of header length");
        }
        long length = version == 1 ? bytes.getShort() & 0xffffL : bytes.getInt() & 0xffffffffL;
        if (length > LONGEST_HEADER || length > bytes.remaining()) {
            throw source.damaged(
                    "its header claims " + length + " bytes and " + bytes.remaining() + " are left",
                    "a header of at most " + LONGEST_HEADER + " bytes within the file");
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new String(text, charset);
    }

    private static Matcher find(Pattern pattern, String header, String what, NpySource source) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw source.damaged("its header is \"" + header.strip() + "\"", what);
        }
        return matcher;
    }

    private static ElementType elementType(Matcher description, NpySource source) {
        String code = description.group(2) == null ? description.group(3) : description.group(2);
        return Arrays.stream(ElementType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unread(code, source));
    }

    private static DataException unread(String code, NpySource source) {
        String known = Arrays.stream(ElementType.values())
                .map(ElementType::toString)
                .collect(Collectors.joining(", ", "an array of one of ", ""));
        Optional<NpyRefusal> refusal = NpyRefusal.of(code.charAt(0));
        return refusal.isEmpty()
                ? source.damaged("its elements are of the unknown type '" + code + "'", known)
                : source.refused(
                        "its elements are " + refusal.get().what() + (code.equals("[") ? "" : " ('" + code + "')"),
                        known,
                        refusal.get().remedy());
    }

    private static int[] shape(String dimensions, NpySource source) {
        try {
            return Arrays.stream(dimensions.replace("L", "").split(","))
                    .map(String::strip)
                    .filter(dimension -> !dimension.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw source.damaged("its shape is (" + dimensions + ")", "dimensions below 2^31");
        }
    }
}
