package org.partnerflow.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@Tag("without-database")
class FileTypesTest {
    private static final byte[] PDF = bytes("%PDF-1.7\n%%EOF\n");
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0x0d, 'I', 'H', 'D', 'R'
    };
    private static final byte[] HTML = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");

    @TempDir
    Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("Offer.pdf", PDF, "application/pdf"),
                arguments("OFFER.PDF", PDF, "application/pdf"),
                arguments("photo.png", PNG, "image/png"),
                arguments("notes.txt", bytes("Call them.\n"), "text/plain"),
                arguments("list.csv", bytes("name;city\nAcme;Oslo\n"), "text/csv"),
                arguments(
                        "letter.docx",
                        zip("[Content_Types].xml", "word/document.xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    }

    @ParameterizedTest
    @MethodSource
    void taken(String name, byte[] content, String type) throws IOException {
        assertThat(FileTypes.checked(name, file(content))).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "picture.svg",
                        bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
                arguments("page.html", HTML),
                arguments("page.pdf", HTML),
                arguments("page.txt", HTML),
                arguments("offer.pdf.html", PDF),
                arguments("offer", PDF),
                arguments("photo.jpg", PNG),
                arguments("bomb.zip", zip("0.txt")),
                arguments("program.exe", bytes("MZ\u0090\u0000\u0003\u0000\u0000\u0000")),
                arguments("macros.docm", zip("[Content_Types].xml", "word/vbaProject.bin")));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("29: what a browser or an office program would run is refused, whatever its name")
    void refused(String name, byte[] content) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> FileTypes.checked(name, file)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(422);
            assertThat(problem.getDetail()).startsWith("Expected ");
        });
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... entries) {
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(all)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(bytes("<Types/>"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all.toByteArray();
    }
}
