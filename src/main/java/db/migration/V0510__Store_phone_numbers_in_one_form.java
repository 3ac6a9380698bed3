package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.partnerflow.shared.PhoneNumber;

/** Writes the numbers that were stored as typed in the one form, and finds them by it; what nobody can read stays as it is. */
public class V0510__Store_phone_numbers_in_one_form extends BaseJavaMigration {
    private record Found(byte[] id, String typed, String country) {}

    @Override
    public void migrate(Context context) throws SQLException {
        var database = context.getConnection();
        write(
                database,
                "partner_account",
                "phone",
                "select id, phone, country from partner_account where phone is not null");
        write(
                database,
                "partner_contact",
                "phone",
                "select c.id, c.phone, a.country from partner_contact c join partner_account a on a.id = c.account_id"
                        + " where c.phone is not null");
        write(database, "deal_contact", "phone", "select id, phone, null from deal_contact");
        write(database, "sales_lead", "contact_phone", "select id, contact_phone, country from sales_lead");
    }

    private static void write(Connection database, String table, String column, String query) throws SQLException {
        try (var update = database.prepareStatement("update %s set %s = ? where id = ?".formatted(table, column));
                var digits = database.prepareStatement("update search_entry set phone_digits = ? where record_id = ?");
                var term = database.prepareStatement(
                        "update search_term set term = ? where record_id = ? and term like 't:%'")) {
            for (var found : read(database, query)) {
                var number = PhoneNumber.parse(found.typed(), found.country());
                if (number.isEmpty()) {
                    continue;
                }
                update.setString(1, number.get().stored());
                update.setBytes(2, found.id());
                update.executeUpdate();
                var dialled = number.get().e164().orElseThrow().substring(1);
                digits.setString(1, dialled);
                digits.setBytes(2, found.id());
                digits.executeUpdate();
                term.setString(1, "t:" + dialled);
                term.setBytes(2, found.id());
                term.executeUpdate();
            }
        }
    }

    private static List<Found> read(Connection database, String query) throws SQLException {
        var all = new ArrayList<Found>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(new Found(rows.getBytes(1), rows.getString(2), rows.getString(3)));
            }
        }
        return all;
    }
}
