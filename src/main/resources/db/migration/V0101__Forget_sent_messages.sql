-- A message that has arrived is deleted at once.
delete from outbox_message where sent_at is not null;
alter table outbox_message drop index ix_outbox_message_sent, drop column sent_at;
