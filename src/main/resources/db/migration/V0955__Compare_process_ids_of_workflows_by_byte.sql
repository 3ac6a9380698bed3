alter table deal_workflow
    modify column process_id varchar(60) character set utf8mb4 collate utf8mb4_bin not null;
