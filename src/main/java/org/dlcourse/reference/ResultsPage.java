package org.dlcourse.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of results in Markdown, written from a template and from recordings. A block of the template is
 *
 * <pre>{@code
 * <!-- results DOGS-1 DOGS-2 -->
 * As before.
 * <!-- end -->
 * }</pre>
 *
 * <p>In its place come the recordings of these requirements, behind its text until all of them are recorded. All else stays as it is.
 *
 * @param template in Markdown
 * @param recordings each of which has its place in the template
 */
record ResultsPage(String template, List<RecordedRequirement> recordings) {
    private static final Pattern BEGIN = Pattern.compile("<!-- results ((?:[\\w.-]+ )+)-->");
    private static final String END = "<!-- end -->";

    ResultsPage {
        recordings = List.copyOf(recordings);
    }

    /**
     * The page.
     *
     * @param notice that comes first: what the page is written from
     * @throws ReferenceException if a block is not closed or begins within another, a requirement has two, or a recording has none
     */
    String text(String notice) {
        Map<String, RecordedRequirement> byId =
                recordings.stream().collect(Collectors.toMap(RecordedRequirement::id, Function.identity()));
        StringBuilder page = new StringBuilder("<!-- " + notice + " -->\n");
        Set<String> placed = new LinkedHashSet<>();
        Optional<Block> open = Optional.empty();
        int number = 0;
        for (String line : template.lines().toList()) {
            number++;
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                if (open.isPresent()) {
                    throw wrong(
                            number,
                            "a block begins within that of " + open.get().ids());
                }
                open = Optional.of(new Block(List.of(begin.group(1).split(" ")), new StringBuilder()));
                for (String id : open.get().ids()) {
                    if (!placed.add(id)) {
                        throw wrong(number, id + " has a second block");
                    }
                }
            } else if (line.equals(END)) {
                Block block = open.orElseThrow(ended(number));
                page.append(block.text(byId));
                open = Optional.empty();
            } else {
                open.map(Block::fallback).orElse(page).append(line).append('\n');
            }
        }
        if (open.isPresent()) {
            throw wrong(number, "the block of " + open.get().ids() + " is not closed");
        }
        List<String> homeless = new ArrayList<>(byId.keySet());
        homeless.removeAll(placed);
        if (!homeless.isEmpty()) {
            throw wrong(number, "no block is of " + String.join(", ", homeless) + ", of which there are recordings");
        }
        // A block that stays empty leaves no gap.
        return page.toString().replaceAll("\n{3,}", "\n\n");
    }

    /** A block of the template. */
    private record Block(List<String> ids, StringBuilder fallback) {
        String text(Map<String, RecordedRequirement> recordings) {
            List<String> texts = new ArrayList<>();
            if (!recordings.keySet().containsAll(ids) && !fallback.isEmpty()) {
                texts.add(fallback.toString());
            }
            ids.stream()
                    .filter(recordings::containsKey)
                    .map(id -> new RecordedMarkdown(recordings.get(id)).text())
                    .forEach(texts::add);
            return String.join("\n", texts);
        }
    }

    private static Supplier<ReferenceException> ended(int line) {
        return () -> wrong(line, "no block is open that could end");
    }

    private static ReferenceException wrong(int line, String what) {
        return new ReferenceException(
                "The template of the results cannot be used: in line " + line + ", " + what
                        + ". Expected lines <!-- results ID ID --> and <!-- end --> in turn, each requirement in one of them.",
                null);
    }
}
