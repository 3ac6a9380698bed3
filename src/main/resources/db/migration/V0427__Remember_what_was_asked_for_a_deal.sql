alter table deal
    add column asked_id binary(16),
    add column asked_by binary(16),
    add column asked_at datetime(6);
