package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.ParseException;

class FormulaTest {
    @Test
    void pngHasTwoPixelsPerUnit() throws IOException {
        Formula formula = new Formula("\\sum_{k=1}^{K} C_k");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(formula.png()));

        assertThat(image.getWidth()).isEqualTo(2 * formula.width());
        assertThat(formula.png()).as("drawn again").isEqualTo(formula.png());
        assertThat(new Formula("\\sum_{k=1}^{K} D_k").png())
                .as("control: another formula")
                .isNotEqualTo(formula.png());
    }

    @Test
    void unknownCommandIsAnError() {
        assertThatThrownBy(() -> new Formula("\\nosuchcommand{1}").png()).isInstanceOf(ParseException.class);
    }
}
