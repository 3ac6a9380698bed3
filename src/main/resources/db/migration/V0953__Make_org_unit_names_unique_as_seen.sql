alter table org_unit add column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin after name;
update org_unit set name_key = lower(name);
alter table org_unit
    modify column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    drop index uq_org_unit_name,
    add constraint uq_org_unit_name unique (organisation_id, name_key);
