package org.partnerflow.settings;

import java.math.BigDecimal;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.PermissionsAllowed;

import org.partnerflow.shared.Permissions;

@Path("/api/exchange-rates")
public class ExchangeRateResource {
    @Inject
    ExchangeRates rates;

    /** @param rate what one unit of {@code currency} is worth in {@code in}, the organisation's currency */
    public record ExchangeRateView(String currency, String in, BigDecimal rate) {
        static ExchangeRateView from(ExchangeRate rate) {
            return new ExchangeRateView(
                    rate.currency(),
                    rate.homeCurrency(),
                    new BigDecimal(rate.rate().stripTrailingZeros().toPlainString()));
        }
    }

    public record RateForm(@NotNull BigDecimal rate) {}

    @GET
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public List<ExchangeRateView> list() {
        return rates.all().stream().map(ExchangeRateView::from).toList();
    }

    @PUT
    @Path("/{currency}")
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public ExchangeRateView set(@PathParam("currency") String currency, @NotNull @Valid RateForm form) {
        return ExchangeRateView.from(rates.set(currency, form.rate()));
    }

    /** From now on the rules compare no value of the currency, and say so. */
    @DELETE
    @Path("/{currency}")
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public void remove(@PathParam("currency") String currency) {
        rates.remove(currency);
    }
}
