alter table support_team add column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin after name;
update support_team set name_key = lower(name);
alter table support_team
    modify column name_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    drop index uq_support_team_name,
    add constraint uq_support_team_name unique (organisation_id, name_key);
