package org.dlcourse.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dlcourse.util.NearestNames;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A value in a YAML file, which knows its line: a text, a list or an object. Its reader asks for the values that must be there.
 *
 * @param file for messages
 * @param line that it begins in, from 1
 * @param text null unless it is a text
 * @param items null unless it is a list
 * @param fields null unless it is an object
 */
record YamlNode(String file, int line, String text, List<YamlNode> items, Map<String, YamlNode> fields) {
    private static final String EXAMPLE = "keys and values as in the Javadoc of RequirementCatalogue";

    private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+");

    /**
     * Reads a file.
     *
     * @param file for messages
     * @throws CatalogueException if it is not valid YAML, is empty, or has more than one document
     */
    static YamlNode read(String file, String content) {
        try (JsonParser parser = new YAMLFactory().createParser(content)) {
            if (parser.nextToken() == null) {
                throw problem(file, 1, "there is nothing in it", "a title and handouts");
            }
            YamlNode root = node(file, parser);
            if (parser.nextToken() != null) {
                throw problem(file, line(parser), "a second document begins", "one document");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw syntax(file, e);
        } catch (IOException e) {
            throw new IllegalStateException("a text is read without input or output", e);
        }
    }

    private static YamlNode node(String file, JsonParser parser) throws IOException {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_ARRAY -> {
                List<YamlNode> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(file, parser));
                }
                yield new YamlNode(file, line, null, items, null);
            }
            case START_OBJECT -> new YamlNode(file, line, null, null, fields(file, parser));
            case VALUE_NULL -> new YamlNode(file, line, "", null, null);
            default -> new YamlNode(file, line, parser.getText().strip(), null, null);
        };
    }

    private static Map<String, YamlNode> fields(String file, JsonParser parser) throws IOException {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            if (fields.put(key, node(file, parser)) != null) {
                throw problem(file, line, "the key " + key + " is there twice", "it once");
            }
        }
        return fields;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** What the parser found wrong and where; it is behind Jackson's error, whose line is that of the last token before. */
    private static CatalogueException syntax(String file, JsonProcessingException error) {
        if (!(error.getCause() instanceof MarkedYAMLException marked)) {
            return problem(file, 1, "it is not valid YAML (" + error.getOriginalMessage() + ")", EXAMPLE);
        }
        int line = marked.getProblemMark().getLine() + 1;
        return marked.getProblem().contains("TAB")
                ? problem(file, line, "it is indented by a tab", "blanks")
                : problem(file, line, "it is not valid YAML (" + marked.getProblem() + ")", EXAMPLE);
    }

    /**
     * Makes sure that this is an object with no other keys than these.
     *
     * @throws CatalogueException if it is something else, or has another key
     */
    YamlNode withKeys(List<String> known) {
        if (fields == null) {
            throw problem("found " + kind(), "the keys " + String.join(", ", known));
        }
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.problem(
                        "the key " + key + " is not known; nearest: " + String.join(", ", NearestNames.of(key, known)),
                        "the keys " + String.join(", ", known));
            }
        });
        return this;
    }

    /**
     * The text under a key.
     *
     * @throws CatalogueException if there is none, or something else
     */
    YamlNode text(String key) {
        YamlNode value = field(key);
        if (value.text == null) {
            throw value.problem("the " + key + " is " + value.kind(), "a text");
        }
        if (value.text.isEmpty()) {
            throw value.problem("the " + key + " is empty", "a text");
        }
        return value;
    }

    /**
     * The list under a key.
     *
     * @throws CatalogueException if there is none, or something else
     */
    List<YamlNode> list(String key) {
        YamlNode value = field(key);
        if (value.items == null || value.items.isEmpty()) {
            throw value.problem("the value of " + key + " is " + value.kind(), "a list with at least one item");
        }
        return value.items;
    }

    /** Whether there is something under a key. */
    boolean has(String key) {
        return fields.containsKey(key);
    }

    /**
     * The number under a key.
     *
     * @throws CatalogueException if there is none, or something else, or it is not above 0
     */
    double number(String key) {
        YamlNode value = text(key);
        double number = NUMBER.matcher(value.text).matches() ? Double.parseDouble(value.text) : 0;
        if (number <= 0) {
            throw value.problem("the " + key + " is " + value.kind(), "a number above 0");
        }
        return number;
    }

    private YamlNode field(String key) {
        YamlNode value = fields.get(key);
        if (value == null) {
            throw problem("there is no " + key, "the keys " + key + " and " + String.join(", ", fields.keySet()));
        }
        return value;
    }

    private String kind() {
        if (text != null) {
            return text.isEmpty() ? "nothing" : "the text \"" + text + "\"";
        }
        return items == null ? "an object" : items.isEmpty() ? "an empty list" : "a list";
    }

    /** An error at this value. */
    CatalogueException problem(String found, String expected) {
        return problem(file, line, found, expected);
    }

    private static CatalogueException problem(String file, int line, String found, String expected) {
        return new CatalogueException(
                "The catalogue " + file + ", line " + line + ": " + found + ". Expected " + expected + ".");
    }
}
