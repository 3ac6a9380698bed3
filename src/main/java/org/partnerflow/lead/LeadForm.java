package org.partnerflow.lead;

import java.math.BigDecimal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.LeadDetails.LeadContact;
import org.partnerflow.shared.Currencies;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/**
 * What is typed about a lead, in JSON.
 *
 * @param externalId the caller's own id of a new lead; sent again, nothing happens twice
 * @param version of the lead when it was opened to be edited
 */
public record LeadForm(
        @NotBlank @Size(max = LONGEST_COMPANY) @Pattern(regexp = LINE, message = ONE_LINE)
        String company,

        @NotNull @Valid LeadContactForm contact,

        @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable
        String region,

        @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable
        String country,

        @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable
        String industry,

        @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable
        String product,

        @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable
        String source,

        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Nullable
        BigDecimal value,

        @Nullable String currency,
        @Size(max = 10_000) @Nullable String text,

        @Size(min = 1, max = 100) @Pattern(regexp = IDENTIFIER, message = NO_BLANKS) @Nullable
        String externalId,

        @Nullable Integer version) {
    private static final int LONGEST_COMPANY = 200;
    static final String LINE = "[^\\p{Cntrl}\\u2028\\u2029]*";
    static final String ONE_LINE = "Expected no line breaks.";
    private static final String IDENTIFIER = "(?!\\s)" + LINE + "(?<!\\s)";
    private static final String NO_BLANKS = "Expected no blanks around it, and no line breaks.";

    public record LeadContactForm(
            @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable
            String firstName,

            @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE)
            String lastName,

            @NotBlank @Size(max = 254) @Pattern(regexp = LINE, message = ONE_LINE)
            String email,

            @NotBlank @Size(max = 40) @Pattern(regexp = LINE, message = ONE_LINE)
            String phone) {
        /** @param country of the lead: a phone number without a country's code is of it */
        LeadContact contact(@Nullable String country) {
            return new LeadContact(firstName, lastName, email, PhoneNumber.orText(phone, country));
        }

        static LeadContactForm from(LeadContact contact) {
            return new LeadContactForm(
                    contact.firstName(),
                    contact.lastName(),
                    contact.email(),
                    contact.phone().toString());
        }
    }

    LeadDetails details() {
        checkMoney();
        return new LeadDetails(
                Texts.line("company", company, LONGEST_COMPANY),
                contact.contact(country),
                region,
                country,
                industry,
                product,
                source,
                value,
                currency,
                text);
    }

    /** A deal demands the same of its value. */
    private void checkMoney() {
        if (value == null) {
            return;
        }
        var found = Currencies.find(currency).orElseThrow(() -> Currencies.unknown("currency", currency));
        if (value.stripTrailingZeros().scale() > Math.max(0, found.getDefaultFractionDigits())) {
            throw Problems.invalid(
                    "value",
                    "Expected at most %d digits after the point for %s."
                            .formatted(Math.max(0, found.getDefaultFractionDigits()), currency));
        }
    }
}
