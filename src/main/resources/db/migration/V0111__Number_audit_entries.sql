alter table audit_entry
    add column sequence_number bigint not null auto_increment,
    add constraint uq_audit_entry_sequence unique (sequence_number);
