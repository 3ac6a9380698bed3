alter table attention_item
    modify column state varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    modify column process_id varchar(120) character set utf8mb4 collate utf8mb4_bin,
    modify column element_id varchar(120) character set utf8mb4 collate utf8mb4_bin;
