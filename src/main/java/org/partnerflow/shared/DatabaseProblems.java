package org.partnerflow.shared;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.DefaultExceptionMapper;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers for what only the database can see: two who do the same at the same moment, and a database that is away. */
class DatabaseProblems {
    private static final int SOON_SECONDS = 1;
    private static final int LATER_SECONDS = 5;

    /** What is seen at the commit only comes wrapped, and so does what an entity's statement has to say of locks and versions. */
    @ServerExceptionMapper({
        ArcUndeclaredThrowableException.class,
        QuarkusTransactionException.class,
        RollbackException.class,
        OptimisticLockException.class,
        PessimisticLockException.class,
        LockTimeoutException.class
    })
    public Response wrapped(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConstraintViolationException violation -> {
                    return sameAtOnce(violation);
                }
                case OptimisticLockException late -> {
                    return Problems.stale().toResponse();
                }
                case LockAcquisitionException lock -> {
                    return locked(lock);
                }
                case JDBCConnectionException connection -> {
                    return away(connection);
                }
                default -> {}
            }
        }
        return new DefaultExceptionMapper().toResponse(e);
    }

    @ServerExceptionMapper
    public Response sameAtOnce(ConstraintViolationException e) {
        return Problems.conflict(
                        "Somebody else saved the same, or something that this needs is gone. Load the page again, then repeat"
                                + " your change.")
                .toResponse();
    }

    @ServerExceptionMapper
    public Response locked(LockAcquisitionException e) {
        return Problems.unavailable("Somebody else is saving the same records. Repeat your change.", SOON_SECONDS)
                .toResponse();
    }

    @ServerExceptionMapper
    public Response away(JDBCConnectionException e) {
        return Problems.unavailable("The database cannot be reached just now. Try again in a moment.", LATER_SECONDS)
                .toResponse();
    }
}
