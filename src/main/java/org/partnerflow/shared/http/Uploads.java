package org.partnerflow.shared.http;

import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;

/** The file in the part "file" of a form. */
public final class Uploads {
    private Uploads() {}

    /**
     * The file.
     *
     * @param what "a file", "a CSV file"
     * @throws RuntimeException a problem at {@code file} (400) when the part is missing or has no file name
     */
    public static FileUpload expected(@Nullable FileUpload file, String what) {
        if (file == null || file.fileName() == null) {
            throw Problems.invalid("file", "Expected %s with its name in the part “file” of the form.".formatted(what));
        }
        return file;
    }
}
