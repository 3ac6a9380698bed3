package org.partnerflow.shared;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.DefaultExceptionMapper;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers for what nobody else explains: what only the database can see, as two who do the same at the same moment and a database that is
 * away, and forms that cannot be read. They come wrapped in many ways, so every failure is looked into.
 */
class UnexplainedProblems {
    private static final int SOON_SECONDS = 1;
    private static final int LATER_SECONDS = 5;
    private static final String READS_FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

    @ServerExceptionMapper({
        RuntimeException.class,
        IOException.class,
        RollbackException.class,
        HeuristicMixedException.class,
        HeuristicRollbackException.class,
        SystemException.class
    })
    public Response unexplained(Exception e) {
        for (var cause : Causes.of(e)) {
            switch (cause) {
                case ConstraintViolationException violation -> {
                    return sameAtOnce();
                }
                case OptimisticLockException late -> {
                    return Problems.stale().toResponse();
                }
                case DataException tooMuch -> {
                    return notStorable();
                }
                case LockAcquisitionException lock -> {
                    return locked();
                }
                case LockTimeoutException lock -> {
                    return locked();
                }
                case PessimisticLockException lock -> {
                    return locked();
                }
                default -> {}
            }
        }
        if (isOfTheForm(e)) {
            return Problems.invalid(
                            "", "Expected a form of type multipart/form-data, with a boundary, named parts and an end.")
                    .toResponse();
        }
        if (DatabaseAway.duringCommit(e)) {
            return Problems.unavailable(
                            "The connection to the database broke while your change was being saved, and it is not known whether it"
                                    + " was. Load the page again in a moment, and look before you repeat it.",
                            LATER_SECONDS)
                    .toResponse();
        }
        return DatabaseAway.isBehind(e) ? away() : new DefaultExceptionMapper().toResponse(e);
    }

    /** The library reads forms before anybody is asked, and tells of a malformed one in many ways. */
    private static boolean isOfTheForm(Exception e) {
        return Causes.of(e).stream()
                .flatMap(cause -> Stream.of(cause.getStackTrace()))
                .anyMatch(line -> line.getClassName().startsWith(READS_FORMS));
    }

    private static Response sameAtOnce() {
        return Problems.conflict(
                        "Somebody else saved the same, or something that this needs is gone. Load the page again, then repeat"
                                + " your change.")
                .toResponse();
    }

    /** The form should have said so, with the field. */
    private static Response notStorable() {
        return Problems.invalid("", "Expected shorter texts and smaller numbers: one of them cannot be kept.")
                .toResponse();
    }

    private static Response locked() {
        return Problems.unavailable("Somebody else is saving the same records. Repeat your change.", SOON_SECONDS)
                .toResponse();
    }

    private static Response away() {
        return Problems.unavailable("The database cannot be reached just now. Try again in a moment.", LATER_SECONDS)
                .toResponse();
    }
}
