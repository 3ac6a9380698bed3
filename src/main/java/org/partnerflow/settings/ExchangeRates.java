package org.partnerflow.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Currencies;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The rates by which an admin has values of other currencies compared. They hold for the currency that the organisation has now. */
@ApplicationScoped
public class ExchangeRates {
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    @Inject
    EntityManager entities;

    @Inject
    OrganisationSettingsService settings;

    @Inject
    AuditTrail audit;

    /** The amount in the organisation's currency; empty without a rate. */
    @Transactional
    public Optional<BigDecimal> inHomeCurrency(BigDecimal amount, String currency) {
        var home = settings.currency();
        if (currency.equals(home)) {
            return Optional.of(amount);
        }
        return find(currency, home).map(rate -> amount.multiply(rate.rate()).setScale(2, RoundingMode.HALF_UP));
    }

    @Transactional
    List<ExchangeRate> all() {
        return entities.createQuery(
                        "from ExchangeRate where homeCurrency = :home order by currency", ExchangeRate.class)
                .setParameter("home", settings.currency())
                .getResultList();
    }

    /** Says what a unit of the currency is worth; the same twice is the same once. */
    @Transactional
    ExchangeRate set(String code, BigDecimal rate) {
        var currency = Currencies.checked("currency", code).getCurrencyCode();
        settings.lock();
        var home = settings.currency();
        if (currency.equals(home)) {
            throw Problems.invalid(
                    "currency", "Expected another currency than %s, which is the organisation's own.".formatted(home));
        }
        if (rate.signum() <= 0
                || rate.compareTo(MOST) > 0
                || rate.stripTrailingZeros().scale() > 12) {
            throw Problems.invalid(
                    "rate",
                    "Expected what one %s is worth in %s, above 0 and with at most 12 digits after the point, but it is %s."
                            .formatted(currency, home, Texts.brief(rate.toString(), 40)));
        }
        var known = find(currency, home);
        var before = known.map(ExchangeRate::rate).orElse(null);
        var stored = known.orElseGet(() -> new ExchangeRate(currency, home, rate));
        stored.become(rate);
        entities.persist(stored);
        audit.record(AuditAction.EXCHANGE_RATE_SET, stored.id(), details(stored, before));
        entities.flush();
        return stored;
    }

    @Transactional
    void remove(String code) {
        var rate = find(code, settings.currency()).orElseThrow(() -> Problems.notFound("Exchange rate"));
        entities.remove(rate);
        audit.record(AuditAction.EXCHANGE_RATE_REMOVED, rate.id(), details(rate, rate.rate()));
    }

    private static Map<String, Object> details(ExchangeRate rate, @Nullable BigDecimal before) {
        return Map.of(
                "currency", rate.currency(),
                "in", rate.homeCurrency(),
                "before", before == null ? "" : before.stripTrailingZeros().toPlainString(),
                "after", rate.rate().stripTrailingZeros().toPlainString());
    }

    private Optional<ExchangeRate> find(String currency, String home) {
        return entities.createQuery(
                        "from ExchangeRate where currency = :currency and homeCurrency = :home", ExchangeRate.class)
                .setParameter("currency", currency)
                .setParameter("home", home)
                .getResultStream()
                .findFirst();
    }
}
