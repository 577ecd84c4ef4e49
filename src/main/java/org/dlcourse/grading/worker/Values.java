package org.dlcourse.grading.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arguments and results of an exercise's methods as JSON and arrays: numbers, booleans, arrays of them and of ND4J, lists, records of
 * these, and functions of a number.
 *
 * <p>They are read as the method declares them, so that nothing else can be made by what is read.
 *
 * @param arrays as .npy files, by name
 * @param array reads one of them
 */
public record Values(Map<String, byte[]> arrays, Function<byte[], INDArray> array) {
    private static final String ITEMS = "items";
    private static final String POINTS = "points";

    /** To write values. */
    public static Values toWrite() {
        return new Values(new LinkedHashMap<>(), content -> {
            throw new IllegalStateException("These values are written and not read.");
        });
    }

    /**
     * The arguments of a call.
     *
     * @throws IllegalArgumentException if one is of a type that cannot be written
     */
    public ArrayNode written(List<?> arguments) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<Double> numbers = arguments.stream().flatMap(Values::numbers).toList();
        for (Object argument : arguments) {
            all.add(argument instanceof DoubleUnaryOperator function ? points(function, numbers) : written(argument));
        }
        return all;
    }

    /** A function is written as its values at the numbers among the other arguments. */
    private static ObjectNode points(DoubleUnaryOperator function, List<Double> numbers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode points = node.putArray(POINTS);
        for (double x : numbers) {
            points.addArray().add(Double.toString(x)).add(Double.toString(function.applyAsDouble(x)));
        }
        return node;
    }

    private static Stream<Double> numbers(Object value) {
        if (value instanceof Double number) {
            return Stream.of(number);
        }
        return value instanceof Record one
                ? Stream.of(one.getClass().getRecordComponents()).flatMap(part -> numbers(component(one, part)))
                : Stream.empty();
    }

    /** One value. */
    public ObjectNode written(Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value instanceof INDArray of) {
            String name = "a" + arrays.size();
            arrays.put(name, Nd4j.toNpyByteArray(of.dup('c')));
            return node.put("array", name);
        }
        if (value instanceof Double number) {
            // JSON has no NaN.
            return node.put("number", number.toString());
        }
        if (value instanceof Integer || value instanceof Long) {
            return node.put("integer", ((Number) value).longValue());
        }
        if (value instanceof Boolean truth) {
            return node.put("boolean", truth);
        }
        if (value instanceof Record) {
            ObjectNode parts = node.putObject("record");
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                parts.set(part.getName(), written(component(value, part)));
            }
            return node;
        }
        if (value instanceof List<?> list) {
            ArrayNode items = node.putArray(ITEMS);
            list.forEach(item -> items.add(written(item)));
            return node;
        }
        if (value != null && value.getClass().isArray()) {
            ArrayNode items = node.putArray(ITEMS);
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(written(Array.get(value, i)));
            }
            return node;
        }
        throw new IllegalArgumentException(
                "Found " + (value == null ? "null" : "a " + value.getClass().getName())
                        + "; expected numbers, arrays, lists or records of them.");
    }

    private static Object component(Object one, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(one);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "The component " + part.getName() + " of a "
                            + one.getClass().getName() + " cannot be read: " + e,
                    e);
        }
    }

    /**
     * A value of a declared type.
     *
     * @throws IllegalArgumentException if it is of another, or a record refuses it
     */
    public Object read(JsonNode node, Type type) {
        if (type == INDArray.class) {
            byte[] content = arrays.get(node.path("array").asText());
            return array.apply(content == null ? missing(node, "an array") : content);
        }
        if (type == double.class) {
            return Double.parseDouble(required(node, "number").asText());
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(required(node, "integer").asLong());
        }
        if (type == long.class) {
            return required(node, "integer").asLong();
        }
        if (type == boolean.class) {
            return required(node, "boolean").asBoolean();
        }
        if (type == DoubleUnaryOperator.class) {
            return function(required(node, POINTS));
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            List<Object> items = new ArrayList<>();
            required(node, ITEMS).forEach(item -> items.add(read(item, list.getActualTypeArguments()[0])));
            return List.copyOf(items);
        }
        if (type instanceof Class<?> kind && kind.isArray()) {
            JsonNode items = required(node, ITEMS);
            Object read = Array.newInstance(kind.getComponentType(), items.size());
            for (int i = 0; i < items.size(); i++) {
                Array.set(read, i, read(items.get(i), kind.getComponentType()));
            }
            return read;
        }
        if (type instanceof Class<?> kind && kind.isRecord()) {
            return record(required(node, "record"), kind);
        }
        throw new IllegalArgumentException("The type " + type.getTypeName() + " cannot be passed on.");
    }

    private Object record(JsonNode parts, Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(part -> read(parts.path(part.getName()), part.getGenericType()))
                .toArray();
        try {
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("A " + kind.getName() + " cannot be made: " + e, e);
        }
    }

    private static DoubleUnaryOperator function(JsonNode points) {
        Map<Double, Double> values = new LinkedHashMap<>();
        points.forEach(point -> values.put(
                Double.parseDouble(point.path(0).asText()),
                Double.parseDouble(point.path(1).asText())));
        return x -> {
            Double value = values.get(x);
            if (value == null) {
                throw new IllegalArgumentException("The function is asked for its value at " + x
                        + "; it is known at the numbers among the arguments alone: " + values.keySet() + ".");
            }
            return value;
        };
    }

    private static JsonNode required(JsonNode node, String name) {
        return node.has(name) ? node.get(name) : missing(node, name);
    }

    private static <T> T missing(JsonNode node, String expected) {
        String found = node.toString();
        throw new IllegalArgumentException(
                "Found " + found.substring(0, Math.min(found.length(), 100)) + "; expected " + expected + ".");
    }
}
