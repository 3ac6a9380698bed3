alter table process_binding
    modify column process_id varchar(120) character set utf8mb4 collate utf8mb4_bin not null;
