package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a report holds of Allure's files, as its loader reads it. */
final class ReportData {
    private ReportData() {}

    /** The content of a file that is in the page. */
    static byte[] of(Path page, String name) throws IOException {
        Matcher data =
                Pattern.compile("d\\('" + name + "',(true|false),'([^']+)'\\)").matcher(Files.readString(page));
        assertThat(data.find()).as(name + " in the report").isTrue();
        byte[] content = Base64.getDecoder().decode(data.group(2));
        if (data.group(1).equals("false")) {
            return content;
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        }
    }
}
