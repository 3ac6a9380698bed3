alter table assignment_group add column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin after name;
update assignment_group set name_key = lower(name);
alter table assignment_group
    modify column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    drop index uq_assignment_group_name,
    add constraint uq_assignment_group_name unique (organisation_id, name_key);
