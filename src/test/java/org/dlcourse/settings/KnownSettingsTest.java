package org.dlcourse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {
    private static final Map<String, String> NONE = Map.of();

    /** A course's settings. */
    static final class Shapes implements SettingsProvider {
        static final Setting<Long> SIDES = Setting.wholeNumber("sides", 5, 3, "sides of the largest polygon");
        static final Setting<String> MIRROR = Setting.text("mirror", "", "address of the images");

        @Override
        public List<Setting<?>> settings() {
            return List.of(SIDES, MIRROR);
        }
    }

    private final KnownSettings known = KnownSettings.of(List.of(new Shapes()));

    @Test
    void registeredSettingHasItsDefaultThePropertyOrTheVariable() {
        assertThat(settings(NONE, NONE).get(Shapes.SIDES)).isEqualTo(5);
        assertThat(settings(Map.of("course.sides", "7"), Map.of("COURSE_SIDES", "9"))
                        .get(Shapes.SIDES))
                .isEqualTo(7);
        assertThat(settings(NONE, Map.of("COURSE_SIDES", "9")).get(Shapes.SIDES))
                .isEqualTo(9);
    }

    @Test
    void valueHasTheTypeOfItsSetting() {
        KnownSettings shapes = KnownSettings.of(List.of(new ShapesSettings()));
        CourseSettings settings = CourseSettings.of(shapes, Map.of("course.sides", "7"), NONE);

        long sides = settings.get(ShapesSettings.SIDES);

        assertThat(sides).isEqualTo(7);
    }

    @Test
    void registeredSettingsAreListedBehindTheEnginesWithoutPasswords() {
        CourseSettings settings = settings(Map.of("course.mirror", "https://user:secret@host/shapes"), NONE);

        assertThat(settings.asMap().keySet())
                .startsWith("course.scale", "course.data")
                .endsWith("course.reference", "course.sides", "course.mirror");
        assertThat(settings.asMap()).containsEntry("course.mirror", "https://***@host/shapes");
        assertThat(settings.get(Shapes.MIRROR)).contains("user:secret");
    }

    @Test
    void valueThatIsNotValidIsReportedWithWhatIsExpected() {
        assertThatThrownBy(() -> settings(Map.of("course.sides", "2"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "The property course.sides is \"2\"; expected sides of the largest polygon, a whole number from"
                                + " 3.");
    }

    @Test
    void registeredNamesAreAmongTheNearest() {
        assertThatThrownBy(() -> settings(Map.of("course.side", "7"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Unknown property course.side. Nearest: course.sides. Known: course.scale")
                .hasMessageEndingWith("course.reference, course.sides, course.mirror.");
    }

    @Test
    void settingThatNobodyRegistersIsUnknown() {
        assertThatThrownBy(() -> CourseSettings.of(Map.of("course.sides", "7"), NONE))
                .as("control: without the provider")
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Unknown property course.sides");
        assertThatThrownBy(() -> CourseSettings.of(NONE, NONE).get(Shapes.SIDES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No course registers the setting course.sides");
    }

    @Test
    void nameOfAnEnginesSettingIsRefused() {
        SettingsProvider shadowing = () -> List.of(Setting.wholeNumber("seed", 1, 1, "another seed"));

        assertThatThrownBy(() -> KnownSettings.of(List.of(shadowing)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "The setting course.seed, which " + shadowing.getClass().getName())
                .hasMessageEndingWith(" registers, is already a setting of the engine. Give it another name.");
    }

    @Test
    void nameOfAnotherCoursesSettingIsRefusedWithBothNamed() {
        SettingsProvider other = () -> List.of(Setting.text("sides", "", "something else"));

        assertThatThrownBy(() -> KnownSettings.of(List.of(new Shapes(), other)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(other.getClass().getName(), Shapes.class.getName(), "course.sides");
    }

    private CourseSettings settings(Map<String, String> properties, Map<String, String> environment) {
        return CourseSettings.of(known, properties, environment);
    }
}
