package org.partnerflow.mail;

import java.util.Map;
import java.util.UUID;

/**
 * What is to be mailed about a record.
 *
 * @param template a pair of files, {@code templates/mail/<template>.html} and {@code .txt}
 * @param data what the template shows; no secrets
 */
public record Letter(String template, UUID recordId, String to, String subject, Map<String, Object> data) {}
