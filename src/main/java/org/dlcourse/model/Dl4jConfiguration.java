package org.dlcourse.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A configuration object of DL4J's or ND4J's, a layer or an updater, as the JSON that DL4J writes of it: equal configurations are equal
 * text, and what is made of the text is a new object each time, so that the configuration cannot be changed.
 *
 * @param json with sorted keys and without white space
 */
public record Dl4jConfiguration(@JsonValue String json) {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final String CLASS = "@class";
    private static final List<String> LIBRARIES = List.of("org.deeplearning4j.", "org.nd4j.");

    @JsonCreator
    public Dl4jConfiguration {}

    /**
     * The configuration of a layer or an updater.
     *
     * @param type what it is read back as
     * @throws IllegalArgumentException if DL4J does not read back what it writes of the object, as of a class without JSON properties
     */
    static <T> Dl4jConfiguration of(T object, Class<T> type) {
        String json = written(object);
        String again;
        try {
            again = written(new Dl4jConfiguration(json).as(type));
        } catch (IllegalStateException e) {
            throw notRead(object, e.getCause());
        }
        if (!again.equals(json)) {
            throw notRead(object, null);
        }
        return new Dl4jConfiguration(json);
    }

    /** The configuration of an updater; see {@link Dl4jLayer#of} for one of a layer. */
    public static Dl4jConfiguration of(IUpdater updater) {
        return of(updater, IUpdater.class);
    }

    /**
     * A new object of this configuration.
     *
     * @throws IllegalStateException if the class path has no such class
     */
    public <T> T as(Class<T> type) {
        try {
            return NeuralNetConfiguration.mapper().readValue(json, type);
        } catch (org.nd4j.shade.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("This configuration of DL4J's cannot be read: " + json, e);
        }
    }

    /** The name of the configured class, without its package. */
    public String simpleName() {
        String name = tree().path(CLASS).asText();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether a property of this name is set, at any depth. */
    public boolean mentions(String property) {
        return tree().findValues(property).stream().anyMatch(value -> !value.isNull());
    }

    /**
     * The classes that the configuration names and that are neither DL4J's nor ND4J's: a course's own layers, activations and so on.
     *
     * @throws IllegalStateException if one is not on the class path
     */
    public List<Class<?>> classesOfTheCourse() {
        return tree().findValuesAsText(CLASS).stream()
                .filter(name -> LIBRARIES.stream().noneMatch(name::startsWith))
                .distinct()
                .sorted()
                .<Class<?>>map(Dl4jConfiguration::named)
                .toList();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "A configuration names the class " + name + ", which is not on the class path.", e);
        }
    }

    private JsonNode tree() {
        try {
            return SORTED.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    private static String written(Object object) {
        try {
            String json = NeuralNetConfiguration.mapper().writeValueAsString(object);
            return SORTED.writeValueAsString(SORTED.readValue(json, Object.class));
        } catch (org.nd4j.shade.jackson.core.JsonProcessingException | JsonProcessingException e) {
            throw notRead(object, e);
        }
    }

    private static IllegalArgumentException notRead(Object object, Throwable cause) {
        return new IllegalArgumentException(
                "A plan keeps a configuration of DL4J's as JSON, and "
                        + object.getClass().getName()
                        + " cannot be written as JSON and read back. Give it a constructor without arguments, and a getter and"
                        + " a setter for each property.",
                cause);
    }
}
