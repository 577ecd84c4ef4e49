package org.dlcourse.pdf;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XHTML and SVG as trees. */
public final class Xhtml {
    private static final int REPLACEMENT = 0xFFFD;

    private Xhtml() {}

    /**
     * Reads well-formed XML. Entities of its own and documents elsewhere are refused; a character that XML forbids becomes U+FFFD.
     *
     * @param xml one element with all that is in it
     * @throws IOException if it is not well-formed, with the place
     */
    public static Document parse(String xml) throws IOException {
        try {
            DocumentBuilder parser = factory().newDocumentBuilder();
            // Else it prints what it also throws.
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(allowed(xml))));
        } catch (SAXException e) {
            throw new IOException("not well-formed: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has such a parser", e);
        }
    }

    private static String allowed(String xml) {
        return xml.codePoints().allMatch(Xhtml::isAllowed)
                ? xml
                : xml.codePoints()
                        .map(one -> isAllowed(one) ? one : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Whether XML allows a character at all: no control characters, and no halves of surrogate pairs. */
    private static boolean isAllowed(int one) {
        return one >= 0x20 && one < 0xD800
                || one == '\t'
                || one == '\n'
                || one == '\r'
                || one >= 0xE000 && one <= REPLACEMENT
                || one >= 0x10000;
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        return factory;
    }
}
