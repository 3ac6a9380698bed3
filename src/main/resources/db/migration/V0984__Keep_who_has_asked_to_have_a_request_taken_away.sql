alter table request_assignment add column asked_by_id binary(16) null;
