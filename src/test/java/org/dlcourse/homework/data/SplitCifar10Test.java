package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitCifar10Test {
    @TempDir
    private Path nothing;

    @Test
    void everyTrainingImageIsInOneSetAndClassesAreEquallyFrequentInValidation() {
        SplitCifar10 split = SplitCifar10.of(settings(449), 300, 100, 50);

        assertThat(split.training().count()).isEqualTo(300);
        assertThat(split.validation().count()).isEqualTo(100);
        assertThat(split.images().test().count()).isEqualTo(50);
        assertThat(Stream.of(split.training(), split.validation()).flatMap(set -> each(set).stream()))
                .as("images of both sets")
                .containsExactlyInAnyOrderElementsOf(each(split.images().training()));
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertThat(Arrays.stream(split.validation().labels()).filter(l -> l == wanted))
                    .as("validation images of class %d", label)
                    .hasSize(10);
        }
    }

    @Test
    void seedDeterminesTheSplit() {
        SplitCifar10 split = SplitCifar10.of(settings(449), 200, 100, 50);

        // Written down once: another value means another split, and results that cannot be compared with earlier ones.
        assertThat(split.training().sha256()).startsWith("74b471dbd5eee992");
        assertThat(split.validation().sha256()).startsWith("2a634f216ba9ace8");
        assertThat(SplitCifar10.of(settings(450), 200, 100, 50).validation().sha256())
                .as("another seed")
                .isNotEqualTo(split.validation().sha256());
    }

    @Test
    void allSetsAreScaledAlike() {
        SplitCifar10 split = SplitCifar10.of(settings(449), 200, 100, 50);
        ChannelScaling scaling = ChannelScaling.standardising(split.training());

        TrainingData data = split.data("standardised", scaling::features);

        assertThat(data.title()).isEqualTo("standardised");
        assertThat(data.training().sha256())
                .isEqualTo(scaling.features(split.training(), 10).sha256());
        assertThat(data.validation().sha256())
                .isEqualTo(scaling.features(split.validation(), 10).sha256());
        assertThat(data.test().sha256())
                .isEqualTo(scaling.features(split.images().test(), 10).sha256());
    }

    private static List<ByteBuffer> each(LabelledImages images) {
        return IntStream.range(0, images.count())
                .mapToObj(index ->
                        ByteBuffer.wrap(images.select(new int[] {index}).pixels()))
                .toList();
    }

    /** Without real images, so that synthetic ones are drawn. */
    private CourseSettings settings(long seed) {
        return CourseSettings.of(
                Map.of("course.data", nothing.toString(), "course.seed", Long.toString(seed)), Map.of());
    }
}
