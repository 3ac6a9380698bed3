alter table account_link
    modify column purpose varchar(20) character set utf8mb4 collate utf8mb4_bin not null;
