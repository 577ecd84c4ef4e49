package org.dlcourse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(Setting.text("a", "", "help"), "any text", "any text", null),
                Arguments.of(Setting.wholeNumber("a", 3, 2, "help"), "2", 2L, "1"),
                Arguments.of(Setting.wholeNumber("a", 3, 2, "help"), "3", 3L, "3.5"),
                Arguments.of(Setting.number("a", .5, 0, 1, "help"), "1e-3", .001, "1.1"),
                Arguments.of(Setting.number("a", .5, 0, 1, "help"), "1", 1., "NaN"),
                Arguments.of(Setting.flag("a", false, "help"), "True", true, "yes"),
                Arguments.of(Setting.path("a", "b", "help"), "c/d", Path.of("c/d"), "https://host/d"),
                Arguments.of(Setting.path("a", "b", "help"), "", Path.of(""), "c\0d"),
                Arguments.of(Setting.duration("a", "1h", "help"), "90s", Duration.ofSeconds(90), "90"),
                Arguments.of(Setting.choice("a", Scale.QUICK, "help"), "FULL", Scale.FULL, "fuller"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeAcceptsItsValuesAlone(Setting<?> setting, String valid, Object value, String invalid) {
        assertThat(setting.parser().apply(valid))
                .hasValueSatisfying(parsed -> assertThat((Object) parsed).isEqualTo(value));
        assertThat(Optional.ofNullable(invalid).flatMap(setting.parser()::apply))
                .as("control: " + invalid)
                .isEmpty();
    }

    @Test
    void meaningSaysWhichValuesAreExpected() {
        assertThat(Setting.wholeNumber("sides", 5, 3, "sides of a polygon").meaning())
                .isEqualTo("sides of a polygon, a whole number from 3");
        assertThat(Setting.choice("size", Scale.FULL, "how much").meaning()).isEqualTo("how much, quick or full");
    }

    @Test
    void propertyAndVariableHaveTheName() {
        Setting<String> setting = Setting.text("run-timeout", "", "help");

        assertThat(setting.property()).isEqualTo("course.run-timeout");
        assertThat(setting.variable()).isEqualTo("COURSE_RUN_TIMEOUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sides", "course.sides", "largest sides", "-sides", "sides-", "3d", "a_b"})
    void nameOfAnotherFormIsRefused(String name) {
        assertThatThrownBy(() -> Setting.text(name, "", "help"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\" is not valid")
                .hasMessageContaining("such as run-timeout");
    }

    @Test
    void defaultThatIsNotValidIsRefused() {
        assertThatThrownBy(() -> Setting.wholeNumber("sides", 2, 3, "sides of a polygon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The default of the setting course.sides is \"2\"; expected sides of a polygon, a whole number"
                                + " from 3");
    }

    @Test
    void courseMayHaveATypeOfItsOwn() {
        Function<String, Optional<List<String>>> words = text -> Optional.of(List.of(text.split(",")));
        Setting<List<String>> setting = new Setting<>("shapes", "circle", "shapes", words);

        assertThat(setting.parser().apply("circle,cross")).contains(List.of("circle", "cross"));
    }
}
