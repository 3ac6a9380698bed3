alter table picklist_entry add column label_key varchar(400) character set utf8mb4 collate utf8mb4_bin after label;
update picklist_entry set label_key = lower(label);
alter table picklist_entry
    modify column list_name varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    modify column label_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    drop index uq_picklist_entry,
    add constraint uq_picklist_entry unique (organisation_id, list_name, label_key);
