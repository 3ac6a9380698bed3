alter table lead_queue add column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin after name;
update lead_queue set name_key = lower(name);
alter table lead_queue
    modify column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    drop index uq_lead_queue_name,
    add constraint uq_lead_queue_name unique (organisation_id, name_key);
