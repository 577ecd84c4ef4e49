package org.dlcourse.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @TempDir
    private Path folder;

    @Test
    void columnsAreReadByNameInAnyOrderAndAmongOthers() throws IOException {
        write(",Size,index,FILE\n0,small,7,a.png\n1,large,8,b.png\n");

        assertThat(rows()).containsExactly("2: a.png small", "3: b.png large");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorIsThatOfTheHeaderAndSpacesAroundCellsDoNotCount(String separator) throws IOException {
        write(String.join(separator, " file ", " task", "size\n")
                + String.join(separator, " a b.png", "", " \" x,;y \" \n"));

        assertThat(rows()).containsExactly("2: a b.png x,;y");
    }

    @Test
    void emptyRowsAreSkippedAndLinesAreCountedAsAnEditorDoes() throws IOException {
        write("file,size,note\r\n,,\r\n\r\na.png,1,\"two\r\nlines\"\r\n , ,\"\"\r\nb.png,2,\r\n,,,,,\r\n");

        assertThat(rows()).containsExactly("4: a.png 1", "7: b.png 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void encodingIsRecognised(String charset) throws IOException {
        Files.write(table(), "file,size\népagneul.png,groß\n".getBytes(Charset.forName(charset)));

        assertThat(rows()).containsExactly("2: épagneul.png groß");
    }

    @Test
    void byteOrderMarkBelongsToNoColumn() throws IOException {
        write("\ufefffile,size\na.png,1\n");

        assertThat(rows()).containsExactly("2: a.png 1");
    }

    @Test
    void utf16IsOneClearError() throws IOException {
        Files.write(table(), "file,size\na.png,1\n".getBytes(StandardCharsets.UTF_16));

        rejects("is text in UTF-16, or no text", "Save it as CSV in UTF-8");
    }

    @Test
    void missingColumnAndColumnThatIsThereTwiceAreReportedWithTheHeader() throws IOException {
        write("file,sizes\na.png,1\n");
        rejects("has the header [file, sizes]; expected the columns [file, size], each once, in any order");

        write("file,size,File\na.png,1,b.png\n");
        rejects("has the header [file, size, file]");
    }

    @Test
    void fileThatIsNoTableIsNamedAsWhatItIs() throws IOException {
        write("");
        rejects("is empty");

        write("<!DOCTYPE html><html><body>Please log in</body></html>");
        rejects("is an HTML page");

        write("version https://git-lfs.github.com/spec/v1\noid sha256:1\n");
        rejects("is a Git LFS pointer");
    }

    @Test
    void rowWithACellTooFewOrTooManyIsReportedWithItsLine() throws IOException {
        write("note,file,size\n1,a.png,1\n1,a.png\n");
        rejects("Line 3 of", "has 2 cells [1, a.png]; expected 3 of them [note, file, size]");

        write("note,file,size\n1,a,png,1\n");
        rejects("Line 2 of", "has 4 cells [1, a, png, 1]");
    }

    @Test
    void rowMayEndBeforeColumnsThatAreNotRead() throws IOException {
        write("file,size,note\na.png,1\n");

        assertThat(rows()).containsExactly("2: a.png 1");
    }

    @Test
    void quotationMarkThatStaysOpenIsReportedWithItsLine() throws IOException {
        write("file,size\na.png,1\n\"b.png,2\nc.png,3\n");

        rejects("is damaged near line", "Look for a quotation mark that is open");
    }

    @Test
    void missingFileIsNamed() {
        rejects("The table " + table() + " is missing");
    }

    private void rejects(String... parts) {
        assertThatThrownBy(this::rows)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(table().toString())
                .hasMessageContainingAll(parts);
    }

    /** Each row as "line: file size". */
    private List<String> rows() {
        return new CsvTable("The table", table(), List.of("file", "size"))
                .rows().stream()
                        .map(row -> row.line() + ": " + row.cell("file") + " " + row.cell("size"))
                        .toList();
    }

    private void write(String text) throws IOException {
        Files.writeString(table(), text);
    }

    private Path table() {
        return folder.resolve("table.csv");
    }
}
