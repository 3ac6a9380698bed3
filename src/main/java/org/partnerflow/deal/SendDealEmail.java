package org.partnerflow.deal;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Sends an email about a deal: headers {@code to} (contact, partner or broker), {@code template} and {@code subject}. */
@ApplicationScoped
class SendDealEmail implements JobHandler<SendDealEmail.Input> {
    /** The templates that a diagram may name; they are files of the product, so a diagram can never bring code. */
    static final Set<String> TEMPLATES = Set.of("deal-update", "deal-proposal");

    record Input() {}

    @Inject
    DealMessages messages;

    @Inject
    DealEndings endings;

    @Override
    public String jobType() {
        return WorkflowWords.SEND_EMAIL;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        var template = header(job, "template");
        if (!TEMPLATES.contains(template)) {
            throw new IllegalStateException(
                    "Expected one of the email templates %s, but this step names \"%s\". Correct it in the diagram."
                            .formatted(TEMPLATES, template));
        }
        if (endings.isOver(job)) {
            return JobResult.complete();
        }
        messages.mail(job.recordId(), DealMessages.Receiver.named(header(job, "to")), template, header(job, "subject"));
        return JobResult.complete();
    }

    private static String header(Job job, String name) {
        return Optional.ofNullable(job.headers().get(name))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a header \"%s\" at this step. Add it in the diagram.".formatted(name)));
    }
}
