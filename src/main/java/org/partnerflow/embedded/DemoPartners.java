package org.partnerflow.embedded;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.ContactForm;
import org.partnerflow.partner.ContactService;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.portal.PartnerUserService;

/** Some accounts with contacts: one person works in the portal, another waits to be allocated. */
@ApplicationScoped
class DemoPartners implements DemoContent {
    @Inject
    PartnerAccountService accounts;

    @Inject
    ContactService contacts;

    @Inject
    PartnerUserService partners;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void setUp(DemoOrganisation demo) {
        var harbour = account(demo, "Harbour Lane Consulting", "Portland", "Oregon", "harbourlane.example");
        var meadow = account(demo, "Meadowbrook Community College (MCC)", "Aurora", "Colorado", "meadowbrook.example");
        account(demo, "Silverline Logistics", "Duluth", "Minnesota", "silverline.example");
        account(demo, "Cobalt Ridge Insurance", "Denver", "Colorado", null);
        account(demo, "Orchard & Pine Workshops", "Asheville", "North Carolina", "orchardpine.example");
        accounts.enableAsPartner(harbour);
        accounts.enableAsPartner(meadow);

        var pia = contact(harbour, "Pia", "Partner", DemoOrganisation.PARTNER_EMAIL, "+1 503 555 0141");
        var walter = contact(meadow, "Walter", "Waiting", "walter.waiting@meadowbrook.example", "+1 303 555 0117");
        contact(harbour, "Hana", "Okafor", "hana.okafor@harbourlane.example", "+1 503 555 0142");
        contact(meadow, "Milo", "Brandt", "milo.brandt@meadowbrook.example", null);
        partners.admit(pia, List.of(demo.broker()));
        partners.enable(walter, List.of());
    }

    private UUID account(DemoOrganisation demo, String name, String town, String state, @Nullable String website) {
        var form = new AccountForm(
                name, null, null, false, website, null, null, town, state, null, "USA", null, demo.broker());
        return accounts.create(form, Set.of());
    }

    private UUID contact(UUID account, String first, String last, String email, @Nullable String phone) {
        return contacts.create(ContactForm.of(account, first, last, email, phone), Set.of());
    }
}
