package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChannelScalingTest {
    /** Two images of two channels of 1x2 pixels. */
    private final LabelledImages images =
            new LabelledImages(new byte[] {0, 2, 100, 100, 4, 6, (byte) 200, (byte) 200}, new int[] {0, 1}, 2, 1, 2);

    @Test
    void standardisedChannelsHaveMeanZeroAndDeviationOne() {
        ChannelScaling scaling = ChannelScaling.standardising(images);

        assertThat(scaling.mean()).containsExactly(3, 150);
        assertThat(scaling.deviation()[0]).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(scaling.deviation()[1]).isCloseTo(50, within(1e-12));
        float[] features = values(scaling);
        assertThat(features[0]).isEqualTo((float) (-3 / Math.sqrt(5)));
        assertThat(new float[] {features[2], features[3], features[6]}).containsExactly(-1, -1, 1);
    }

    @Test
    void centredChannelsKeepTheirRange() {
        float[] features = values(ChannelScaling.centring(images));

        assertThat(features).containsExactly(-3, -1, -50, -50, 1, 3, 50, 50);
    }

    @Test
    void constantChannelsAreRejected() {
        LabelledImages constant = new LabelledImages(new byte[] {7, 7}, new int[] {0}, 1, 1, 2);

        assertThatThrownBy(() -> ChannelScaling.standardising(constant))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Channel 0 of 1 images has the value 7.0 everywhere");
    }

    @Test
    void rangesAreThoseOfTheirNames() {
        assertThat(values(ChannelScaling.zeroToOne(2))[6]).isEqualTo(200 / 255f);
        assertThat(values(ChannelScaling.minusOneToOne(2))[0]).isEqualTo(-1);
        assertThat(values(ChannelScaling.minusOneToOne(2))[6]).isCloseTo(200 / 127.5f - 1, within(1e-7f));
    }

    @Test
    void otherNumbersOfChannelsAreRejected() {
        ChannelScaling gray = ChannelScaling.zeroToOne(1);

        assertThatThrownBy(() -> gray.features(images, 2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1 channels does not fit images of 2x1x2");
    }

    private float[] values(ChannelScaling scaling) {
        return scaling.features(images, 2).features().reshape(8).toFloatVector();
    }
}
