alter table audit_entry
    add column change_set binary(16);
