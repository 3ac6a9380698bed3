alter table search_entry
    add column kind varchar(20) character set utf8mb4 collate utf8mb4_bin after record_type;
