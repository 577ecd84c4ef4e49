package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FontSystemTest {
    private static final RuntimeException NO_FONTS = new RuntimeException("Fontconfig head is null");

    private final String before = System.getProperty(FontSystem.CONFIGURATION);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(FontSystem.CONFIGURATION);
        } else {
            System.setProperty(FontSystem.CONFIGURATION, before);
        }
    }

    @Test
    void machineWithFontsKeepsItsOwn() {
        System.clearProperty(FontSystem.CONFIGURATION);

        FontSystem.start(() -> {});

        assertThat(System.getProperty(FontSystem.CONFIGURATION)).isNull();
    }

    @Test
    void machineWithoutFontsGetsAConfigurationWithAnExistingFont() throws IOException {
        System.clearProperty(FontSystem.CONFIGURATION);
        List<String> configurations = new ArrayList<>();

        FontSystem.start(() -> {
            configurations.add(System.getProperty(FontSystem.CONFIGURATION));
            if (configurations.size() == 1) {
                throw new InternalError(NO_FONTS);
            }
        });

        assertThat(configurations).hasSize(2).startsWith((String) null);
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(configurations.get(1)))) {
            properties.load(in);
        }
        assertThat(Path.of(properties.getProperty("filename.Inter"))).isNotEmptyFile();
    }

    @Test
    void fontsThatCannotBeInitialisedAreAnError() {
        System.clearProperty(FontSystem.CONFIGURATION);

        assertThatThrownBy(() -> FontSystem.start(FontSystemTest::fail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("neither with the system's nor with this project's: Fontconfig head is null")
                .hasMessageContaining("apt-get install fontconfig");
        assertThat(System.getProperty(FontSystem.CONFIGURATION)).isNull();
    }

    @Test
    void configurationOfTheUserIsNotReplaced() {
        System.setProperty(FontSystem.CONFIGURATION, "/of/the/user");

        assertThatThrownBy(() -> FontSystem.start(FontSystemTest::fail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dsun.awt.fontconfig=/of/the/user names: Fontconfig head is null");
        assertThat(System.getProperty(FontSystem.CONFIGURATION)).isEqualTo("/of/the/user");
    }

    @Test
    void missingLibraryIsNamedWithThePackagesToInstall() {
        assertThatThrownBy(() -> FontSystem.start(() -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("libfreetype.so.6: cannot open shared object file")
                .hasMessageContaining("apt-get install libfreetype6");
    }

    private static void fail() {
        throw NO_FONTS;
    }
}
