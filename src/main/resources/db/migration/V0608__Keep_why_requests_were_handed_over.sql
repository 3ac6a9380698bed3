alter table request_assignment
    add column asked_by varchar(200) null,
    add column asked_reason varchar(500) null;
