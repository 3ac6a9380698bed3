package org.partnerflow.lead;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.Organisations;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.mail.MailConfig;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Texts;

/** Tells partner users by mail what waits for them. */
@ApplicationScoped
class LeadMails {
    private static final int LONGEST_IN_SUBJECT = 120;

    @Inject
    Mails mails;

    @Inject
    MailConfig config;

    @Inject
    Organisations organisations;

    @Inject
    Actors actors;

    void offered(Lead lead, LeadPerson person, @Nullable String note) {
        var organisation =
                organisations.findById(actors.current().organisation()).name();
        mails.send(
                "lead-offered",
                lead.id(),
                person.email(),
                "New lead: " + shortened(lead.details().company()),
                Map.of(
                        "name", person.name(),
                        "organisation", organisation,
                        "company", lead.details().company(),
                        "note", note == null ? "" : note,
                        "link", page(lead.id())));
    }

    private static String shortened(String company) {
        return Texts.brief(company, LONGEST_IN_SUBJECT);
    }

    private String page(UUID leadId) {
        return config.publicUrl().resolve("/leads/" + leadId).toString();
    }
}
