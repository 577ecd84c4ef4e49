package org.dlcourse.report;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dlcourse.util.HtmlText;
import org.dlcourse.util.Sha256;

/**
 * Packs a report of Allure's, which needs a server, into one page that opens from disk.
 *
 * <p>Allure can do that itself, but not with pages that refer to attached pictures ({@link Html#figure}), whose pixels are in the
 * file once: {@code loader.js} gives them to a requirement's page when it is opened. What gzip makes smaller is packed, and unpacked when
 * it is shown. Where one file would be too large, pages and
 * attachments lie beside it as scripts that the page loads when they are needed, so that no server is needed either.
 *
 * @param shell Allure's single file of no results: the program without data
 * @param files Allure's report in many files
 * @param title of the page
 * @param limit the size up to which there is one file, in bytes
 * @param summary that it opens with, if there is one
 */
record ReportPage(Path shell, Path files, String title, long limit, Optional<SummaryPage> summary) {
    /** Folder of what is beside the page where it is too large for one file. */
    static final String BESIDE = "files";

    /** What every shell is called. */
    static final String SHELL_TITLE = "Report";

    private static final String TITLE = "<title>" + SHELL_TITLE + "</title>";
    static final String TEST_CASES = "data/test-cases/";
    static final String ATTACHMENTS = "data/attachments/";
    /** Set on the pages of a test that ran again. */
    private static final String HIDDEN = "hidden";

    private static final List<String> FOLDERS = List.of("data", "widgets", "history", "export");
    /** Where the shell's own data begin and end. */
    private static final String BEGIN = "<script async>\n        window.reportDataReady = false;";

    private static final String END = "</body>";
    /** Where the summary stands, in front of the program. */
    private static final String BODY = "<body>";
    /** What gzip saves must be worth the unpacking: of a PNG nothing. */
    private static final double PACKED_AT_MOST = 0.9;

    /** ASCII alone, as JavaScript's btoa takes it. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * Writes {@code index.html} into a folder.
     *
     * @return whether it is one file, with nothing beside it
     */
    boolean write(Path folder) throws IOException {
        String program = Files.readString(shell).replace(TITLE, "<title>" + HtmlText.escape(title) + "</title>");
        int body = program.indexOf(BODY) + BODY.length();
        int begin = program.indexOf(BEGIN);
        int end = program.lastIndexOf(END);
        if (body < BODY.length() || begin < body || end < begin) {
            throw new IllegalStateException("Allure's single file " + shell
                    + " does not have its data where they are expected, after: " + BODY + " and " + BEGIN);
        }
        List<String> others =
                names().stream().filter(name -> !name.startsWith(TEST_CASES)).toList();
        Map<String, String> firsts = firstsOfEqualContent(others);
        Map<String, ObjectNode> pages = pages();
        Map<String, String> ids = ids(pages);
        boolean single = isAtMostTheLimit(program, pages, Set.copyOf(firsts.values()));
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(PackedFiles.PAGE))) {
            out.write(program, 0, body);
            out.write("\n<style>\n" + resource("page.css") + "</style>\n<script>\n" + resource("page.js")
                    + "</script>\n");
            if (summary.isPresent()) {
                out.write("\n<style>\n" + resource("summary.css") + "</style>\n"
                        + summary.get().html(ids) + "<script>\n" + resource("summary.js") + "</script>\n");
            }
            out.write(program, body, begin - body);
            out.write("<script>\nvar retried = " + isAnyRetried(pages.values()) + ";\n" + resource("allure.js")
                    + "</script>\n<script>\n" + resource("loader.js") + "</script>\n<script>\n");
            ReportTrees trees = new ReportTrees(
                    places(ids), summary.map(SummaryPage::handouts).orElse(List.of()));
            for (String name : others) {
                String first = firsts.get(name);
                if (first.equals(name)) {
                    byte[] content = ReportTrees.FILES.contains(name)
                            ? ordered(name, trees)
                            : Files.readAllBytes(files.resolve(name));
                    write(folder, out, name, content, single || !name.startsWith(ATTACHMENTS));
                } else {
                    out.write("same('" + name + "','" + first + "');\n");
                }
            }
            for (Map.Entry<String, ObjectNode> page : pages.entrySet()) {
                write(folder, out, page.getKey(), JSON.writeValueAsBytes(page.getValue()), single);
            }
            out.write("window.reportDataReady = true;\n</script>\n");
            out.write(program, end, program.length() - end);
        }
        return single;
    }

    private static void write(Path folder, Writer page, String name, byte[] content, boolean inside)
            throws IOException {
        byte[] packed = packed(content);
        String base64 = Base64.getEncoder().encodeToString(packed);
        String reference = "d('" + name + "'," + (packed.length < content.length);
        if (inside) {
            page.write(reference + ",'" + base64 + "');\n");
        } else {
            page.write(reference + ");\n");
            Path beside = folder.resolve(BESIDE).resolve(name + ".js");
            Files.createDirectories(beside.getParent());
            Files.writeString(beside, "arrived('" + name + "','" + base64 + "');\n");
        }
    }

    /** The content as gzip makes it, or as it is where that is hardly smaller. */
    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size() <= PACKED_AT_MOST * content.length ? bytes.toByteArray() : content;
    }

    private boolean isAtMostTheLimit(String program, Map<String, ObjectNode> pages, Set<String> others)
            throws IOException {
        long bytes = (limit - program.length()) * 3 / 4;
        for (ObjectNode page : pages.values()) {
            bytes -= packed(JSON.writeValueAsBytes(page)).length;
        }
        for (String name : others) {
            if (bytes < 0) {
                return false;
            }
            bytes -= packed(Files.readAllBytes(files.resolve(name))).length;
        }
        return bytes >= 0;
    }

    /** The id in this report of each requirement's page, by the requirement's. */
    private static Map<String, String> ids(Map<String, ObjectNode> pages) {
        Map<String, String> ids = new HashMap<>();
        for (ObjectNode page : pages.values()) {
            if (!page.path(HIDDEN).asBoolean()) {
                RequirementLabels.id(page)
                        .ifPresent(id -> ids.put(id, page.path("uid").asText()));
            }
        }
        return ids;
    }

    /** Where each page stands in the handouts' order, by its id in this report. */
    private Map<String, Integer> places(Map<String, String> ids) {
        List<String> order = summary.map(SummaryPage::order).orElse(List.of());
        Map<String, Integer> places = new HashMap<>();
        ids.forEach((requirement, id) -> {
            if (order.contains(requirement)) {
                places.put(id, order.indexOf(requirement));
            }
        });
        return places;
    }

    private byte[] ordered(String name, ReportTrees trees) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(files.resolve(name).toFile());
        trees.order(tree);
        return JSON.writeValueAsBytes(tree);
    }

    /** The test cases, without what the program does not show; those of requirements with their place, not the test's name. */
    private Map<String, ObjectNode> pages() throws IOException {
        Map<String, ObjectNode> pages = new LinkedHashMap<>();
        for (String name : names()) {
            if (name.startsWith(TEST_CASES)) {
                ObjectNode page = (ObjectNode) JSON.readTree(files.resolve(name).toFile());
                if (page.get("testStage") instanceof ObjectNode stage) {
                    // The same again; the program reads the outer one.
                    stage.remove("descriptionHtml");
                }
                RequirementLabels.placeInWords(page).ifPresent(place -> {
                    page.put("fullName", place);
                    if (page.get("extra") instanceof ObjectNode extra) {
                        // Normal for all, and the id, which begins the title.
                        extra.remove(List.of("severity", "tags"));
                    }
                });
                pages.put(name, page);
            }
        }
        return pages;
    }

    /** Whether a test ran several times; the last one hides the others. */
    private static boolean isAnyRetried(Collection<ObjectNode> pages) {
        return pages.stream().anyMatch(page -> page.path(HIDDEN).asBoolean());
    }

    /** For each file the first one that has the same content: a figure that several requirements show is kept once. */
    private Map<String, String> firstsOfEqualContent(List<String> names) throws IOException {
        Map<String, String> byDigest = new HashMap<>();
        Map<String, String> firsts = new LinkedHashMap<>();
        for (String name : names) {
            String kind = name.startsWith(ATTACHMENTS) ? ATTACHMENTS : name;
            String digest = new Sha256()
                    .add(kind)
                    .add(Files.readAllBytes(files.resolve(name)))
                    .hex();
            firsts.put(name, byDigest.computeIfAbsent(digest, unseen -> name));
        }
        return firsts;
    }

    /** All files that the program may ask for. */
    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(files.resolve(folder))) {
                try (Stream<Path> all = Files.walk(files.resolve(folder))) {
                    all.filter(Files::isRegularFile)
                            .map(file -> files.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
