alter table deal_workflow add column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin after name;
update deal_workflow set name_key = lower(name);
alter table deal_workflow
    modify column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    drop index uq_deal_workflow_name,
    add constraint uq_deal_workflow_name unique (organisation_id, name_key);
