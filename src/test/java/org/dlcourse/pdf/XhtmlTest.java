package org.dlcourse.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class XhtmlTest {
    @Test
    void characterThatXmlForbidsIsReplaced() throws IOException {
        assertThat(text("<p>a\u0000b\u001bc\uD800d\uFFFE \uD83D\uDE00</p>"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD \uD83D\uDE00");
    }

    @Test
    void entitiesOfADocumentsOwnAreRefused() {
        assertThatThrownBy(() -> text("<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void whatIsNotWellFormedIsAnErrorThatSaysWhy() {
        assertThatThrownBy(() -> text("<p><b>a</p>"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not well-formed: The element type \"b\"");
    }

    private static String text(String xml) throws IOException {
        return Xhtml.parse(xml).getDocumentElement().getTextContent();
    }
}
