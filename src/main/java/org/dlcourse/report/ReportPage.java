package org.dlcourse.report;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dlcourse.util.HtmlText;
import org.dlcourse.util.Sha256;

/**
 * Packs a report of Allure's, which needs a server, into one page that opens from disk.
 *
 * <p>Allure can do that itself, but not with pages that refer to attached pictures ({@link Html#figure}), whose pixels are in the
 * file once: {@code loader.js} gives them to a requirement's page when it is opened. Where one file would be too large, pages and
 * attachments lie beside it as scripts that the page loads when they are needed, so that no server is needed either.
 *
 * @param shell Allure's single file of no results: the program without data
 * @param files Allure's report in many files
 * @param title of the page
 * @param limit the size up to which there is one file, in bytes
 */
record ReportPage(Path shell, Path files, String title, long limit) {
    /** Folder of what is beside the page where it is too large for one file. */
    static final String BESIDE = "files";

    /** What every shell is called. */
    static final String SHELL_TITLE = "Report";

    private static final String TITLE = "<title>" + SHELL_TITLE + "</title>";
    private static final String TEST_CASES = "data/test-cases/";
    private static final String ATTACHMENTS = "data/attachments/";
    private static final List<String> FOLDERS = List.of("data", "widgets", "history", "export");
    /** Where the shell's own data begin and end. */
    private static final String BEGIN = "<script async>\n        window.reportDataReady = false;";

    private static final String END = "</body>";
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
        int begin = program.indexOf(BEGIN);
        int end = program.lastIndexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("Allure's single file " + shell
                    + " does not have its data where they are expected, after: " + BEGIN);
        }
        List<String> others =
                names().stream().filter(name -> !name.startsWith(TEST_CASES)).toList();
        Map<String, String> firsts = firstsOfEqualContent(others);
        Map<String, byte[]> pages = pages();
        boolean single = size(program, pages, Set.copyOf(firsts.values())) <= limit;
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("index.html"))) {
            out.write(program, 0, begin);
            out.write("<script>\n" + loader() + "</script>\n<script>\n");
            for (String name : others) {
                String first = firsts.get(name);
                if (first.equals(name)) {
                    byte[] content = Files.readAllBytes(files.resolve(name));
                    write(folder, out, name, content, single || !name.startsWith(ATTACHMENTS));
                } else {
                    out.write("same('" + name + "','" + first + "');\n");
                }
            }
            for (Map.Entry<String, byte[]> page : pages.entrySet()) {
                write(folder, out, page.getKey(), page.getValue(), single);
            }
            out.write("window.reportDataReady = true;\n</script>\n");
            out.write(program, end, program.length() - end);
        }
        return single;
    }

    private static void write(Path folder, Writer page, String name, byte[] content, boolean inside)
            throws IOException {
        String base64 = Base64.getEncoder().encodeToString(content);
        if (inside) {
            page.write("d('" + name + "','" + base64 + "');\n");
        } else {
            page.write("d('" + name + "');\n");
            Path beside = folder.resolve(BESIDE).resolve(name + ".js");
            Files.createDirectories(beside.getParent());
            Files.writeString(beside, "arrived('" + name + "','" + base64 + "');\n");
        }
    }

    private long size(String program, Map<String, byte[]> pages, Set<String> others) throws IOException {
        long bytes = pages.values().stream().mapToLong(page -> page.length).sum();
        for (String name : others) {
            bytes += Files.size(files.resolve(name));
        }
        return program.length() + bytes * 4 / 3;
    }

    /** The test cases, without what the program does not show. */
    private Map<String, byte[]> pages() throws IOException {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        for (String name : names()) {
            if (name.startsWith(TEST_CASES)) {
                ObjectNode page = (ObjectNode) JSON.readTree(files.resolve(name).toFile());
                if (page.get("testStage") instanceof ObjectNode stage) {
                    // The same again; the program reads the outer one.
                    stage.remove("descriptionHtml");
                }
                pages.put(name, JSON.writeValueAsBytes(page));
            }
        }
        return pages;
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

    private static String loader() throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream("loader.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
