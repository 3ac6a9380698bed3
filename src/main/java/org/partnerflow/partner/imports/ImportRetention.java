package org.partnerflow.partner.imports;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.partnerflow.shared.retention.Expiring;
import org.partnerflow.shared.retention.Expiring.Part;
import org.partnerflow.shared.retention.RetentionConfig;

/** Files hold what somebody else has collected of people: whether they are imported or not, they are of use for some time. */
class ImportRetention {
    @Produces
    @Singleton
    Expiring neverRun(RetentionConfig config) {
        return imports("state in ('UPLOADED', 'CHECKED')", config.uploads());
    }

    @Produces
    @Singleton
    Expiring done(RetentionConfig config) {
        return imports("state = 'DONE'", config.imports());
    }

    private static Expiring imports(String which, Duration kept) {
        return new Expiring(
                "partner_import",
                which + " and updated_at < ?",
                kept,
                List.of(new Part("partner_import_file", "import_id"), new Part("partner_import_line", "import_id")));
    }
}
