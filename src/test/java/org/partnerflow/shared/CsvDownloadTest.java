package org.partnerflow.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.StreamingOutput;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("F10.9")
@Tag("without-database")
class CsvDownloadTest {
    private final List<String> read = new ArrayList<>();

    @Test
    void beginsWithTheMarkAndTheHeaderAndEndsWithTheLastLine() throws IOException {
        assertThat(text(parts(3, 2))).isEqualTo("\uFEFFName,Number\r\nA,0\r\nA,1\r\nA,2\r\nA,3\r\nA,4\r\nA,5\r\n");
        assertThat(text(parts(1, 0))).isEqualTo("\uFEFFName,Number\r\n");
    }

    @Test
    void readsAPartOnlyWhenTheOnesBeforeAreWritten() throws IOException {
        var written = new ByteArrayOutputStream();
        var sizes = new ArrayList<Integer>();
        var parts = parts(40, CsvDownload.LINES_AT_ONCE);
        output(after -> {
                    sizes.add(written.size());
                    return parts.read(after);
                })
                .write(written);
        assertThat(read).hasSize(40);
        assertThat(sizes.get(20)).isGreaterThan(sizes.get(10)).isLessThan(sizes.get(30));
    }

    @Test
    void saysWhatIsWrongBeforeAnythingIsSent() {
        assertThatThrownBy(() -> CsvDownload.of("x.csv", List.of("Name"), after -> {
                    throw Problems.notFound("Import");
                }))
                .hasMessageContaining("Import not found");
    }

    private CsvDownload.Parts parts(int number, int lines) {
        return after -> {
            read.add(String.valueOf(after));
            int part = after == null ? 0 : Integer.parseInt(after);
            var found = IntStream.range(0, lines)
                    .mapToObj(line -> List.<Object>of("A", part * lines + line))
                    .toList();
            return new Page<>(found, part + 1 < number ? String.valueOf(part + 1) : null);
        };
    }

    private static String text(CsvDownload.Parts parts) throws IOException {
        var written = new ByteArrayOutputStream();
        output(parts).write(written);
        return written.toString(StandardCharsets.UTF_8);
    }

    private static StreamingOutput output(CsvDownload.Parts parts) {
        return (StreamingOutput)
                CsvDownload.of("x.csv", List.of("Name", "Number"), parts).getEntity();
    }
}
