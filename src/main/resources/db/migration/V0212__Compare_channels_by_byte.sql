alter table outbox_message
    modify column channel varchar(40) character set utf8mb4 collate utf8mb4_bin not null;
