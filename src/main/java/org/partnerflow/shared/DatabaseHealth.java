package org.partnerflow.shared;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node is ready when it reaches the database, and only then: all else can wait. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    @Inject
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("Database");
        try (var connection = database.getConnection()) {
            return health.status(connection.isValid(PATIENCE_SECONDS)).build();
        } catch (SQLException e) {
            return health.down()
                    .withData("cause", "The database cannot be reached")
                    .build();
        }
    }
}
