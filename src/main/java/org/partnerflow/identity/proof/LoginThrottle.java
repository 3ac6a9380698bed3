package org.partnerflow.identity.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Sql;

/**
 * Slows down whoever tries passwords: after some failures an account, known or not, and an address have to wait, each time twice as
 * long. A try counts before the password is looked at, so that of many at once no more get through than one after the other: with as
 * many under way as may fail, the others wait to see what becomes of them. Kept in the database, so that it holds on every node.
 */
@ApplicationScoped
public class LoginThrottle {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    /** A try that nobody has ended by then, since its node has died, has failed. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

    /** From one address, of which few are answered by a mail. */
    private static final int ASKS_PER_MAILBOX = 10;

    private static final int LOOK_AGAIN_MILLIS = 50;
    private static final int LOOKS = 30;

    /** Makes the row if it is not there, and locks it: whoever comes second waits until the first has counted. */
    private static final String LOCK = """
            insert into login_throttle (subject, failures, under_way, last_failure) values (?, 0, 0, ?)
            on duplicate key update
                failures = if(last_failure < ?, 0, failures + if(last_failure < ?, under_way, 0)),
                under_way = if(last_failure < ?, 0, under_way)""";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    ProofConfig config;

    private record Count(
            byte[] subject,
            int failures,
            int underWay,
            Instant lastFailure,
            @Nullable Instant blockedUntil) {}

    /**
     * Counts a try, before the password is looked at; 429 when the account or the address has to wait. Ends by {@link #failed} or
     * {@link #succeeded}.
     */
    public void begin(String email, String address) {
        for (int look = 0; look < LOOKS; look++) {
            if (QuarkusTransaction.requiringNew().call(() -> isBegun(email, address))) {
                return;
            }
            pause();
        }
        throw tooMany(1);
    }

    private boolean isBegun(String email, String address) {
        var account = lock(account(email));
        var ofAddress = lock(address(address));
        expectNoWait(account);
        expectNoWait(ofAddress);
        if (isFull(account, config.attemptsPerAccount()) || isFull(ofAddress, config.attemptsPerAddress())) {
            return false;
        }
        change(account, account.failures(), account.underWay() + 1, account.blockedUntil());
        change(ofAddress, ofAddress.failures(), ofAddress.underWay() + 1, ofAddress.blockedUntil());
        return true;
    }

    private static boolean isFull(Count count, int allowed) {
        return count.underWay() > 0 && count.failures() + count.underWay() >= allowed;
    }

    /** The password was wrong. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(String email, String address) {
        fail(lock(account(email)), config.attemptsPerAccount());
        fail(lock(accountAtAddress(email, address)), Integer.MAX_VALUE);
        fail(lock(address(address)), config.attemptsPerAddress());
    }

    private void fail(Count count, int allowed) {
        int failures = count.failures() + 1;
        var until = failures < allowed ? null : clock.instant().plus(wait(failures - allowed));
        change(count, failures, Math.max(0, count.underWay() - 1), until);
    }

    /**
     * The password was right: forgives the account, and its address what this account has added there, so that who mistypes and then
     * gets in blocks nobody behind the same proxy.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void succeeded(String email, String address) {
        var account = lock(account(email));
        change(account, 0, Math.max(0, account.underWay() - 1), null);
        var ofBoth = lock(accountAtAddress(email, address));
        delete(ofBoth.subject());
        var ofAddress = lock(address(address));
        int left = Math.max(0, ofAddress.failures() - ofBoth.failures());
        change(
                ofAddress,
                left,
                Math.max(0, ofAddress.underWay() - 1),
                left < config.attemptsPerAddress() ? null : ofAddress.blockedUntil());
    }

    /**
     * Counts what somebody asks for without a password, such as a mail with a link; 429 when it was asked too often from this address,
     * for the mailbox or at all. One mailbox counts once for all who are behind the same proxy, and each count is forgotten in time: so
     * whoever asks much blocks hardly anybody else.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void ask(String email, String address) {
        var mailbox = lock(digest("asking for:" + EmailAddress.normal(email) + " " + address));
        var asking = lock(digest("asking:" + address));
        expectNoWait(mailbox);
        expectNoWait(asking);
        boolean again = left(mailbox, ASKS_PER_MAILBOX) > 0;
        countAsk(mailbox, ASKS_PER_MAILBOX);
        if (!again) {
            countAsk(asking, config.attemptsPerAddress());
        }
    }

    private void countAsk(Count count, int allowed) {
        int asked = left(count, allowed) + 1;
        change(count, asked, 0, asked < allowed ? null : clock.instant().plus(FORGOTTEN_AFTER.dividedBy(allowed)));
    }

    /** What was counted and is not forgotten yet: as many as are allowed are forgotten in an hour, one after the other. */
    private int left(Count count, int allowed) {
        var since = Duration.between(count.lastFailure(), clock.instant());
        return (int) Math.max(0, count.failures() - since.dividedBy(FORGOTTEN_AFTER.dividedBy(allowed)));
    }

    /** Forgives an account whose owner has proved by a mailed link who they are. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forgive(String email) {
        delete(account(email));
    }

    /** What is forgotten is deleted. */
    @Scheduled(every = "10m", delayed = "1m")
    @Transactional(TxType.REQUIRES_NEW)
    void forget() {
        var now = clock.instant();
        sql.update(
                "delete from login_throttle where last_failure < ? and (blocked_until is null or blocked_until < ?)",
                utc(now.minus(FORGOTTEN_AFTER)),
                utc(now));
    }

    private Count lock(byte[] subject) {
        var now = clock.instant();
        var ended = utc(now.minus(LONGEST_TRY));
        sql.update(LOCK, subject, utc(now), utc(now.minus(FORGOTTEN_AFTER)), ended, ended);
        return sql.query(
                        "select failures, under_way, last_failure, blocked_until from login_throttle where subject = ?",
                        row -> count(subject, row),
                        subject)
                .getFirst();
    }

    private static Count count(byte[] subject, ResultSet row) throws SQLException {
        var until = row.getObject("blocked_until", LocalDateTime.class);
        return new Count(
                subject,
                row.getInt("failures"),
                row.getInt("under_way"),
                row.getObject("last_failure", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                until == null ? null : until.toInstant(ZoneOffset.UTC));
    }

    private void change(Count count, int failures, int underWay, @Nullable Instant blockedUntil) {
        sql.update(
                "update login_throttle set failures = ?, under_way = ?, last_failure = ?, blocked_until = ? where subject = ?",
                failures,
                underWay,
                utc(clock.instant()),
                blockedUntil == null ? null : utc(blockedUntil),
                count.subject());
    }

    private void delete(byte[] subject) {
        sql.update("delete from login_throttle where subject = ?", (Object) subject);
    }

    private void expectNoWait(Count count) {
        var now = clock.instant();
        var until = count.blockedUntil();
        if (until != null && until.isAfter(now)) {
            throw tooMany(Math.max(1, Duration.between(now, until).toSeconds()));
        }
    }

    private static HttpProblem tooMany(long seconds) {
        return Problems.tooMany("Too many tries. Try again in %d seconds.".formatted(seconds), seconds);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany(1);
        }
    }

    private static Duration wait(int excess) {
        var wait = Duration.ofSeconds(1L << Math.min(excess, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static byte[] account(String email) {
        return digest("account:" + EmailAddress.normal(email));
    }

    private static byte[] accountAtAddress(String email, String address) {
        return digest("account at address:" + EmailAddress.normal(email) + " " + address);
    }

    private static byte[] address(String address) {
        return digest("address:" + address);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
