package org.partnerflow.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

import org.partnerflow.shared.Problems;

/**
 * Which files are taken: documents and pictures that no browser or office program runs. The content tells the type, and the ending has
 * to agree with it. Nothing is unpacked or drawn.
 */
final class FileTypes {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final Map<String, Set<String>> ENDINGS = Map.ofEntries(
            Map.entry("application/pdf", Set.of("pdf")),
            Map.entry("image/png", Set.of("png")),
            Map.entry("image/jpeg", Set.of("jpg", "jpeg")),
            Map.entry("image/gif", Set.of("gif")),
            Map.entry("image/webp", Set.of("webp")),
            Map.entry("text/plain", Set.of("txt")),
            Map.entry("text/csv", Set.of("csv")),
            Map.entry(OFFICE + "wordprocessingml.document", Set.of("docx")),
            Map.entry(OFFICE + "spreadsheetml.sheet", Set.of("xlsx")),
            Map.entry(OFFICE + "presentationml.presentation", Set.of("pptx")),
            Map.entry(OPEN_DOCUMENT + "text", Set.of("odt")),
            Map.entry(OPEN_DOCUMENT + "spreadsheet", Set.of("ods")),
            Map.entry(OPEN_DOCUMENT + "presentation", Set.of("odp")));

    private static final Detector DETECTOR = new DefaultDetector();

    private FileTypes() {}

    /** The media type of a file; a problem (422) when it is of none that is taken, or its name says another one. */
    static String checked(String name, Path content) {
        var type = typeOf(name, content);
        var endings = ENDINGS.get(type);
        if (endings == null) {
            throw Problems.refused("Expected a file of one of these kinds: %s. The content of this one is %s."
                    .formatted(String.join(", ", allEndings()), type));
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!endings.contains(ending)) {
            throw Problems.refused("Expected a name that ends with .%s, as the content is %s."
                    .formatted(String.join(" or .", endings), type));
        }
        return type;
    }

    private static String typeOf(String name, Path content) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (var in = TikaInputStream.get(content)) {
            return DETECTOR.detect(in, metadata).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> allEndings() {
        return ENDINGS.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
