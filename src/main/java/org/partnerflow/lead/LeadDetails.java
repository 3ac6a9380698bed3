package org.partnerflow.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.partnerflow.partner.Picklist;
import org.partnerflow.partner.Picklists;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.PersonName;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Problems;

/** What is known about a lead: the company, the person to talk to, and what the assignment rules look at. */
@Embeddable
public record LeadDetails(
        String company,
        LeadContact contact,
        @Nullable String region,
        @Nullable String country,
        @Nullable String industry,
        @Nullable String product,
        @Nullable String source,
        @Column(name = "expected_value") @Nullable BigDecimal value,
        @Nullable String currency,
        @Column(name = "description") @Nullable String text) {

    public LeadDetails {
        company = NormalForm.of(company);
        region = orNull(region);
        country = orNull(country);
        industry = orNull(industry);
        product = orNull(product);
        source = orNull(source);
        value = value == null ? null : value.setScale(2, RoundingMode.UNNECESSARY);
        currency = value == null ? null : currency;
        text = orNull(text);
    }

    /** The person to talk to, as far as it is known; what a deal needs of it is asked when somebody accepts the lead. */
    @Embeddable
    public record LeadContact(
            @Column(name = "contact_first_name") String firstName,
            @Column(name = "contact_last_name") String lastName,
            @Column(name = "contact_email") String email,
            @Column(name = "contact_phone") PhoneNumber phone) {
        /** @param firstName null or empty for people with one name, which is the last one */
        public LeadContact(@Nullable String firstName, String lastName, String email, PhoneNumber phone) {
            var name = PersonName.checked("contact.", firstName, lastName);
            this.firstName = name.first();
            this.lastName = name.last();
            this.phone = phone;
            this.email = EmailAddress.normal(email);
        }

        public String name() {
            return PersonName.full(firstName, lastName);
        }
    }

    /**
     * As the organisation's picklists have it; a problem (400) at each field with a value that is not on offer.
     *
     * @param before what the lead holds already
     */
    LeadDetails chosen(Picklists.Offered lists, @Nullable LeadDetails before) {
        var chosen = new HashMap<String, @Nullable String>();
        Problems.expect(Choice.ALL.stream()
                .map(choice -> (Runnable) () -> chosen.put(
                        choice.field(),
                        lists.chosen(
                                choice.list(),
                                choice.field(),
                                choice.of().apply(this),
                                before == null ? null : choice.of().apply(before))))
                .toArray(Runnable[]::new));
        return new LeadDetails(
                company,
                contact,
                chosen.get("region"),
                country,
                chosen.get("industry"),
                chosen.get("product"),
                chosen.get("source"),
                value,
                currency,
                text);
    }

    /** A field that is chosen from a list. */
    record Choice(String field, Picklist list, Function<LeadDetails, @Nullable String> of) {
        static final List<Choice> ALL = List.of(
                new Choice("region", Picklist.REGION, LeadDetails::region),
                new Choice("industry", Picklist.INDUSTRY, LeadDetails::industry),
                new Choice("product", Picklist.PRODUCT, LeadDetails::product),
                new Choice("source", Picklist.SOURCE, LeadDetails::source));
    }

    LeadDetails with(LeadContact other) {
        return new LeadDetails(company, other, region, country, industry, product, source, value, currency, text);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
