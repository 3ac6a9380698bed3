package org.partnerflow.settings;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.OrganisationRecord;

/** What one unit of a currency is worth in the organisation's own. */
@Entity
@Table(name = "exchange_rate")
class ExchangeRate extends OrganisationRecord {
    @Column(updatable = false)
    private String currency;

    @Column(name = "home_currency", updatable = false)
    private String homeCurrency;

    private BigDecimal rate;

    protected ExchangeRate() {}

    ExchangeRate(String currency, String homeCurrency, BigDecimal rate) {
        this.currency = currency;
        this.homeCurrency = homeCurrency;
        this.rate = rate;
    }

    void become(BigDecimal newRate) {
        rate = newRate;
    }

    String currency() {
        return currency;
    }

    String homeCurrency() {
        return homeCurrency;
    }

    BigDecimal rate() {
        return rate;
    }
}
